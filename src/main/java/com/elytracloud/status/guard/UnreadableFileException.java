package com.elytracloud.status.guard;

/** A public file is not in the form it claims to be in. */
final class UnreadableFileException extends Exception {
    private static final long serialVersionUID = 1L;

    private final String rule;

    // The cause's message quotes the file: it is kept for a debugger and never printed.
    UnreadableFileException(String rule, Throwable cause) {
        super(rule, cause);
        this.rule = rule;
    }

    String rule() {
        return rule;
    }
}
