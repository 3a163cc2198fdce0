package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The series and the customer that an object key belongs to.
 *
 * @param patterns of the operator; where none matches, the general rules apply
 */
public record SeriesNames(List<BackupPattern> patterns) {
    /** To be raised when keys get other names: series in the state of an older version are not these any more. */
    public static final int RULES = 2;

    private static final Set<String> KINDS = Set.copyOf(MaskedKey.words("kinds"));
    private static final Pattern EXTENSION = MaskedKey.pattern("(?:\\.(?:%s))+$", "extensions");
    private static final Pattern WORD = Pattern.compile("[^-_. ,()\\[\\]]+");

    /**
     * The series and customer of an object.
     *
     * @param path its key without the prefix
     * @param at when it was written: digits that name about that day change
     */
    public SeriesName of(String path, Instant at) {
        return byPattern(path).orElseGet(() -> SeriesName.guessed(new MaskedKey(path, at).text()));
    }

    Optional<SeriesName> byPattern(String path) {
        return patterns.stream().flatMap(pattern -> pattern.name(path).stream()).findFirst();
    }

    /** Whether a name says what is stored rather than whose it is. */
    public static boolean isKind(String segment) {
        return WORD.matcher(segment.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                .allMatch(KINDS::contains);
    }

    /** Whether it changes or says what is stored. */
    private static boolean isNoName(String text) {
        return text.contains(MaskedKey.CHANGING) || isKind(text);
    }

    // The first folder that is a name; or else the file names it, or else the folder of a run.
    private static String customer(String masked) {
        List<String> segments = List.of(masked.split("/", -1));
        int file = segments.size() - 1;
        return Stream.concat(
                        segments.stream().limit(file).filter(folder -> !isNoName(folder)),
                        IntStream.rangeClosed(0, file).mapToObj(i -> stem(segments.get(file - i))))
                .filter(name -> !name.isEmpty())
                .findFirst()
                .orElse("");
    }

    // The first words of the name, without its extension, that are neither changing nor words for a kind.
    private static String stem(String file) {
        String name = EXTENSION.matcher(file).replaceFirst("");
        List<MatchResult> words = WORD.matcher(name)
                .results()
                .dropWhile(word -> isNoName(word.group()))
                .takeWhile(word -> !word.group().contains(MaskedKey.CHANGING))
                .toList();
        return words.stream()
                .filter(word -> !isNoName(word.group()))
                .reduce((first, last) -> last)
                .map(last -> name.substring(words.get(0).start(), last.end()))
                .orElse("");
    }

    /**
     * What a key belongs to.
     *
     * @param series the key with its changing parts masked
     * @param customer empty if the key names none
     */
    public record SeriesName(String series, String customer) {
        static SeriesName guessed(String masked) {
            return new SeriesName(masked, SeriesNames.customer(masked));
        }

        /** With more of the key masked; a customer that was guessed from the key is guessed again. */
        SeriesName masked(String more) {
            return equals(guessed(series)) ? guessed(more) : new SeriesName(more, customer);
        }
    }

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

        /** The series and customer of a key without its prefix; empty if the pattern does not match. */
        private Optional<SeriesName> name(String path) {
            Matcher found = regex.matcher(path);
            if (!found.matches()) {
                return Optional.empty();
            }
            String series = text.contains("{series}") ? found.group("series") : "";
            String name = text.replace("{customer}", found.group("customer"))
                    .replace("{series}", new MaskedKey(series, Instant.EPOCH).text())
                    .replaceAll("\\{date}|\\*+", MaskedKey.CHANGING);
            return Optional.of(new SeriesName(name, found.group("customer")));
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
    }
}
