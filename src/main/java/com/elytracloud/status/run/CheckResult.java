package com.elytracloud.status.run;

/**
 * Something in a public file that must not be published: its location, never its text.
 *
 * @param rule the id that {@code docs/guard.md} explains
 * @param file the path of the public file
 * @param pointer a JSON pointer, or a line; its own words are shown only where they are harmless
 */
public record CheckResult(String rule, String file, String pointer) {
    /** Whether something got out, and not only the form is broken. */
    public boolean isLeak() {
        return !rule.startsWith("schema-") && !rule.startsWith("not-");
    }

    @Override
    public String toString() {
        return "%s in %s at %s".formatted(rule, file, pointer.isEmpty() ? "/" : pointer);
    }
}
