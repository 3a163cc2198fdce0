package com.elytracloud.status.assess;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which parts of an object key may change from one backup to the next; words and expressions are in a file. */
final class KeyGrammar {
    /** Stands for a changing part. */
    static final String CHANGING = "#";

    private static final ResourceBundle TABLE =
            ResourceBundle.getBundle(KeyGrammar.class.getPackageName() + ".keys", Locale.ROOT);
    private static final List<String> MONTHS = words("months");
    /** Names of weekdays and months as an expression, which may change or be part of a name. */
    static final String NAMED_DAYS = TABLE.getString("weekdays") + "|" + String.join("|", MONTHS);

    static final Pattern NAMED_DAY = pattern("(?<!\\p{L})(?:" + NAMED_DAYS + ")(?!\\p{L})");
    /** What may change, at a digit or at the beginning of a word. */
    static final Pattern PARTS = pattern("(?=\\d)(?<!\\d)(?:%s|(?<near>%s))|(?=[a-fjkm-osvz])(?<![0-9A-Za-z])(?:%s)"
            .formatted(any("digit"), any("near"), any("word")));

    private KeyGrammar() {}

    static List<String> words(String name) {
        return List.of(TABLE.getString(name).split(" ", -1));
    }

    /** An expression that has an entry of the table in place of its %s. */
    static Pattern pattern(String regex, String name) {
        return pattern(regex.formatted(TABLE.getString(name)));
    }

    /** The number of a month from its digits or its name. */
    static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : IntStream.rangeClosed(1, MONTHS.size())
                        .filter(month -> text.toLowerCase(Locale.ROOT).matches(MONTHS.get(month - 1)))
                        .findFirst()
                        .orElseThrow();
    }

    private static String any(String kind) {
        String regex = keys(kind).map(TABLE::getString).collect(Collectors.joining("|"));
        for (String key : keys("as").toList()) {
            regex = regex.replace(key.substring("as.1.".length()), TABLE.getString(key));
        }
        return regex.replace("MONTH", "(?:" + String.join("|", MONTHS) + ")");
    }

    private static Stream<String> keys(String kind) {
        return TABLE.keySet().stream().filter(key -> key.startsWith(kind + ".")).sorted();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
