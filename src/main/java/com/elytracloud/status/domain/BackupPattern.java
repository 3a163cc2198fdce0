package com.elytracloud.status.domain;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** An operator's pattern for object keys, such as {@code {date}/{customer}-{series}.sql.gz}. */
public record BackupPattern(String text, Pattern regex) {
    private static final Pattern FIELD = Pattern.compile("\\{([^{}]*)}|\\*\\*|\\*|[^{*]+|\\{");

    /**
     * Reads a pattern.
     *
     * @throws IllegalArgumentException if it has an unknown field, or not exactly one {customer}
     */
    public static BackupPattern of(String text) {
        String regex = FIELD.matcher(text)
                .replaceAll(part -> Matcher.quoteReplacement(
                        switch (part.group()) {
                            case "{customer}" -> "(?<customer>[^/]+?)";
                            case "{series}" -> "(?<series>.+?)";
                            case "{date}" -> "[^/]*?\\d.*?";
                            case "*" -> "[^/]*";
                            case "**" -> ".*";
                            default -> literal(part.group(), part.group(1));
                        }));
        if (count(text, "{customer}") != 1) {
            throw new IllegalArgumentException("must name {customer} once");
        }
        if (count(text, "{series}") > 1) {
            throw new IllegalArgumentException("has {series} twice");
        }
        return new BackupPattern(text, Pattern.compile(regex, Pattern.DOTALL));
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
                .replaceAll("\\{date}|\\*+", "#");
    }

    private static int count(String text, String field) {
        return text.split(Pattern.quote(field), -1).length - 1;
    }

    private static String literal(String part, String unknownField) {
        if (unknownField != null) {
            throw new IllegalArgumentException("has the unknown field {%s}".formatted(unknownField));
        }
        return Pattern.quote(part);
    }

    /** What a pattern found in a key. */
    public record Match(String customer, String series) {}
}
