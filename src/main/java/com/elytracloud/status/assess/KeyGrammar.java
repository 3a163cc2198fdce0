package com.elytracloud.status.assess;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Which parts of an object key may change from one backup to the next. */
final class KeyGrammar {
    /** Stands for a changing part. */
    static final String CHANGING = "#";

    private static final List<String> MONTHS = List.of(
            "january|januar|jan",
            "february|februar|feb",
            "march|märz|maerz|mar|mär|mrz",
            "april|apr",
            "may|mai",
            "june|juni|jun",
            "july|juli|jul",
            "august|aug",
            "september|sept|sep",
            "october|oktober|oct|okt",
            "november|nov",
            "december|dezember|dec|dez");
    private static final String WEEKDAYS = "monday|tuesday|wednesday|thursday|friday|saturday|sunday|montag|dienstag"
            + "|mittwoch|donnerstag|freitag|samstag|sonntag|mon|tue|wed|thu|fri|sat|sun";
    private static final String MONTH = "(?:" + String.join("|", MONTHS) + ")";

    /** Names of weekdays and months as an expression. */
    static final String NAMED_DAYS = WEEKDAYS + "|" + MONTH;

    private static final String TIME = "(?:[T _.,-]{0,2}(?:[01]\\d|2[0-3])[-_:.h]?[0-5]\\d"
            + "(?:[-_:.m]?[0-5]\\d(?:[.,]?\\d{3,9})?s?)?(?:Z|UTC|GMT|CES?T|[+-]\\d\\d:?\\d\\d)?)?";
    /** pgBackRest's kind of a backup: full, differential or incremental. */
    private static final String KIND = "(?:[FDI](?![0-9A-Za-z]))?";

    private static final String YEAR_FIRST = "(?<y1>20\\d\\d)(?<sep1>[-_./]?)(?<m1>0[1-9]|1[0-2])\\k<sep1>"
            + "(?<d1>0[1-9]|[12]\\d|3[01])" + TIME + "(?!\\d)" + KIND;
    private static final String YEAR_LAST = "(?<d2>0?[1-9]|[12]\\d|3[01])(?<sep2>[-_.])"
            + "(?<m2>0?[1-9]|[12]\\d|3[01])\\k<sep2>(?<y2>20\\d\\d)(?!\\d{1,3}(?!\\d))" + TIME + "(?!\\d)";
    private static final String MONTH_NAMED = "(?<d3>\\d{1,2})[-_. ]?(?<m3>" + MONTH + ")[-_. ]?(?<y3>20\\d\\d)" + TIME
            + "(?!\\d)|(?<y4>20\\d\\d)[-_. ]?(?<m4>" + MONTH + ")[-_. ]?(?<d4>\\d{1,2})" + TIME + "(?!\\d)";
    /** The year may not begin a date of its own: dec1_2026-11-25 is one of dec1. */
    private static final String MONTH_FIRST = "(?=[adfjmnos])(?<m0>" + MONTH + ")[-_. ]?(?<d0>\\d{1,2})[-_., ]{1,2}"
            + "(?<y0>20\\d\\d)(?!\\d|[-_./](?:0[1-9]|1[0-2])[-_./](?:0[1-9]|[12]\\d|3[01])(?!\\d))" + TIME + "(?!\\d)";

    private static final String PARTITIONS = "(?<=year=)(?<y6>20\\d\\d)/month=(?<m6>\\d\\d?)/day=(?<d6>\\d\\d?)(?!\\d)";
    private static final String SHORT_YEAR = "(?<y5>[23]\\d)(?<m5>0[1-9]|1[0-2])(?<d5>0[1-9]|[12]\\d|3[01])"
            + "[-_]?(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?(?!\\d)";
    /** Seconds or milliseconds from 2015 to 2033. */
    private static final String EPOCH = "(?<![A-Za-z])(?<e6>1(?:4[2-9]|[5-9]\\d)\\d{7})(?:\\d{3})?(?![0-9A-Za-z])";

    private static final String MONTH_FOLDER =
            "(?<![^/])(?<y7>20\\d\\d)[-_/](?<m7>0[1-9]|1[0-2])(?:[-_. ]" + MONTH + ")?(?![^/])";
    private static final String YEAR_FOLDER = "(?<![^/])20[12]\\d(?=/.*20[12]\\d)";
    private static final String ISO_WEEK = "20\\d\\d[-_/]?(?:K?W[0-5]\\d|Q[1-4])(?![0-9A-Za-z])";
    private static final String MONTH_ALONE = "(?<![A-Za-z])20\\d\\d[-_](?:0[1-9]|1[0-2])(?![0-9A-Za-z]|[-_.:]\\d)";
    private static final String CLOCK =
            "(?<![A-Za-z.])(?:[01]\\d|2[0-3])(?<sep7>[-_:.])[0-5]\\d\\k<sep7>[0-5]\\d(?![0-9A-Za-z]|\\.\\d)";
    private static final String GERMAN_WEEK = "KW[-_ ]?[0-5]\\d[-_./ ]20\\d\\d(?![0-9A-Za-z])";
    /**
     * The volumes of one backup come and go with its size. So do mydumper's chunks of a table, but elsewhere than in a
     * folder of its usual name such a number may be a customer's.
     */
    private static final String VOLUME =
            "(?<=[._-](?:vol|part))\\d+(?![0-9A-Za-z])" + "|(?<=\\.(?:7z|zip|gz|tgz|zst|xz|bz2|tar|gpg)\\.)\\d{2,4}$"
                    + "|0\\d{4}(?=\\.(?:sql|dat))"
                    + "(?<=(?<![^/])export-\\d{8}-\\d{6}/[^./]{1,64}\\.[^./]{1,64}\\.\\d{5})";
    /** Acronis: the chain, the slice and the volume. */
    private static final String CHAIN = "b\\d+[-_]s\\d+[-_]v\\d+(?![0-9A-Za-z])";

    private static final String NO_ADDRESS = "(?<!\\d\\.)(?!(?:\\d{1,3}\\.){3}\\d{1,3}(?![0-9A-Za-z]))";

    /** Digits that are a date only because the object was written about then; else they are part of a name. */
    private static final String NEAR = "(?<y8>20\\d\\d)[-_]?(?<n8>[0-3]\\d\\d)(?!\\d)"
            + "|" + NO_ADDRESS + "(?<p9>\\d\\d)(?<sep9>[-_.]?)(?<q9>\\d\\d)\\k<sep9>(?<r9>(?:20)?\\d\\d)(?!\\d)"
            + "|(?<![A-Za-z])(?<d7>0[1-9]|[12]\\d|3[01])(?![0-9A-Za-z])";

    private static final String UUID = "(?<![0-9A-Za-z])[0-9a-f]{8}-?(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9A-Za-z])";
    /** Four numbers are an address, and so a machine's name. */
    private static final String VERSION =
            "(?<!\\.)v?\\d+\\.\\d+(?:\\.\\d+|(?=[^/.][^/]*$))(?:-?(?:rc|beta)\\d+)?" + "(?![0-9A-Za-z]|\\.\\d)";

    private static final String HASH =
            "(?:\\d{16,}|(?=[0-9]*[a-f])(?=[a-f]*[0-9])(?![a-f]+20\\d\\d[01]\\d[0-3]\\d(?:\\d{4}|\\d{6})?(?!\\d))"
                    + "[0-9a-f]{8,})(?![0-9A-Za-z])";
    private static final String WHOLE_WORD = "(?<![0-9A-Za-z])(?:" + String.join("|", VERSION, HASH) + ")";

    /** What may change, at a digit or at the beginning of a word. */
    static final Pattern PARTS = insensitive("(?=\\d)(?<!\\d)(?:"
            + String.join(
                    "|",
                    UUID,
                    YEAR_FIRST,
                    YEAR_LAST,
                    MONTH_NAMED,
                    PARTITIONS,
                    SHORT_YEAR,
                    EPOCH,
                    MONTH_FOLDER,
                    YEAR_FOLDER,
                    ISO_WEEK,
                    MONTH_ALONE,
                    CLOCK,
                    WHOLE_WORD,
                    VOLUME,
                    NEAR)
            + ")|(?=[a-fjkm-osvz])(?<![0-9A-Za-z])(?:"
            + String.join("|", UUID, MONTH_FIRST, CHAIN, GERMAN_WEEK, WHOLE_WORD, "(?<=\\.)z\\d\\d$") + ")");

    private static final Pattern WORD = insensitive("(?<!\\p{L})(?:" + NAMED_DAYS + ")(?!\\p{L})");

    private KeyGrammar() {}

    /** Names of weekdays and months, which may change or be part of a name. */
    static Matcher words(String masked) {
        return WORD.matcher(masked);
    }

    /** The number of a month from its digits or its name. */
    static int month(String text) {
        if (Character.isDigit(text.charAt(0))) {
            return Integer.parseInt(text);
        }
        String word = text.toLowerCase(Locale.ROOT);
        return 1
                + IntStream.range(0, MONTHS.size())
                        .filter(month ->
                                List.of(MONTHS.get(month).split("\\|", -1)).contains(word))
                        .findFirst()
                        .orElseThrow();
    }

    private static Pattern insensitive(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
