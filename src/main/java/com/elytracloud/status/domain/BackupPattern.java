package com.elytracloud.status.domain;

import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operator's pattern for object keys, such as {@code {date}/{customer}-{series}.sql.gz}. */
public final class BackupPattern {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}|\\*\\*|\\*|[^{*]+|\\{");
    private static final Set<String> FIELDS = Set.of("customer", "series", "date");

    private final String text;
    private final Pattern regex;

    private BackupPattern(String text, Pattern regex) {
        this.text = text;
        this.regex = regex;
    }

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it has an unknown field, or not exactly one {customer}
     */
    public static BackupPattern of(String text) {
        StringBuilder regex = new StringBuilder();
        Matcher parts = FIELD.matcher(text);
        while (parts.find()) {
            String field = parts.group(1);
            if (field != null && !FIELDS.contains(field)) {
                throw new IllegalArgumentException("has the unknown field {%s}".formatted(field));
            }
            regex.append(field == null ? literal(parts.group()) : group(field, text));
        }
        if (text.split("\\{customer}", -1).length != 2) {
            throw new IllegalArgumentException("must name {customer} once");
        }
        return new BackupPattern(text, Pattern.compile(regex.toString(), Pattern.DOTALL));
    }

    /** The fields of a key without its prefix; empty if the pattern does not match. */
    public Optional<Match> match(String path) {
        Matcher found = regex.matcher(path);
        return found.matches()
                ? Optional.of(
                        new Match(found.group("customer"), text.contains("{series}") ? found.group("series") : ""))
                : Optional.empty();
    }

    /** The name of a series: the pattern with customer and series filled in. */
    public String describe(Match match, String series) {
        return text.replace("{customer}", match.customer)
                .replace("{series}", series)
                .replace("{date}", "#")
                .replaceAll("\\*+", "#");
    }

    @Override
    public String toString() {
        return text;
    }

    private static String group(String field, String text) {
        if (field.equals("date")) {
            return "[^/]*?\\d.*?";
        }
        if (text.split("\\{" + field + "}", -1).length > 2) {
            throw new IllegalArgumentException("has {%s} twice".formatted(field));
        }
        return field.equals("customer") ? "(?<customer>[^/]+?)" : "(?<series>.+?)";
    }

    private static String literal(String part) {
        return switch (part) {
            case "*" -> "[^/]*";
            case "**" -> ".*";
            default -> Pattern.quote(part);
        };
    }

    /** What a pattern found in a key. */
    public record Match(String customer, String series) {}
}
