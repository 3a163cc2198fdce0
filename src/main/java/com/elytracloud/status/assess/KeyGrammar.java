package com.elytracloud.status.assess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Which parts of an object key change from one backup to the next, and the date that a key names. */
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

    private static final String YEAR_FIRST = "(?<!\\d)(?<y1>20\\d\\d)(?<sep1>[-_./]?)(?<m1>0[1-9]|1[0-2])\\k<sep1>"
            + "(?<d1>0[1-9]|[12]\\d|3[01])" + TIME + "(?!\\d)" + KIND;
    private static final String YEAR_LAST = "(?<!\\d)(?<d2>0?[1-9]|[12]\\d|3[01])(?<sep2>[-_.])"
            + "(?<m2>0?[1-9]|[12]\\d|3[01])\\k<sep2>(?<y2>20\\d\\d)(?!\\d{1,3}(?!\\d))" + TIME + "(?!\\d)";
    private static final String MONTH_NAMED = "(?<!\\d)(?<d3>\\d{1,2})[-_. ]?(?<m3>" + MONTH + ")[-_. ]?(?<y3>20\\d\\d)"
            + TIME + "(?!\\d)|(?<!\\d)(?<y4>20\\d\\d)[-_. ]?(?<m4>" + MONTH + ")[-_. ]?(?<d4>\\d{1,2})" + TIME
            + "(?!\\d)";
    private static final String SHORT_YEAR = "(?<!\\d)(?<y5>[23]\\d)(?<m5>0[1-9]|1[0-2])(?<d5>0[1-9]|[12]\\d|3[01])"
            + "[-_]?(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?(?!\\d)";
    /** Seconds or milliseconds from 2015 to 2033. */
    private static final String EPOCH = "(?<![0-9A-Za-z])(?<e6>1(?:4[2-9]|[5-9]\\d)\\d{7})(?:\\d{3})?(?![0-9A-Za-z])";

    private static final Pattern DATE = insensitive(
            "(?<!\\d)(?=\\d)(?:" + String.join("|", YEAR_FIRST, YEAR_LAST, MONTH_NAMED, SHORT_YEAR, EPOCH) + ")");

    private static final String MONTH_FOLDER = "(?<![^/])20\\d\\d[-_/](?:0[1-9]|1[0-2])(?![^/])";
    private static final String YEAR_FOLDER = "(?<![^/])20[12]\\d(?=/.*20[12]\\d)";
    private static final String ISO_WEEK = "(?<!\\d)20\\d\\d-?(?:W[0-5]\\d|Q[1-4])(?![0-9A-Za-z])";
    private static final String MONTH_ALONE = "(?<![0-9A-Za-z])20\\d\\d[-_](?:0[1-9]|1[0-2])(?![0-9A-Za-z]|[-_.:]\\d)";
    private static final String CLOCK =
            "(?<![0-9A-Za-z.])\\d\\d(?<sep7>[-_:.])[0-5]\\d\\k<sep7>[0-5]\\d(?![0-9A-Za-z]|\\.\\d)";
    private static final String UUID = "(?<![0-9A-Za-z])[0-9a-f]{8}-?(?:[0-9a-f]{4}-){3}[0-9a-f]{12}(?![0-9A-Za-z])";
    private static final String HASH =
            "(?<![0-9A-Za-z])(?:\\d{16,}|(?=[0-9]*[a-f])(?=[a-f]*[0-9])[0-9a-f]{8,})(?![0-9A-Za-z])";
    /** Four numbers are an address, and so a machine's name. */
    private static final String VERSION =
            "(?<![0-9A-Za-z.])v?\\d+\\.\\d+(?:\\.\\d+|(?=[^/.][^/]*$))(?:-?(?:rc|beta)\\d+)?"
                    + "(?![0-9A-Za-z]|\\.\\d)";
    /** The volumes of one backup come and go with its size. */
    private static final String VOLUME = "(?<=[._-](?:vol|part))\\d+(?![0-9A-Za-z])"
            + "|(?<=\\.(?:7z|zip|gz|tgz|zst|xz|bz2|tar|gpg)\\.)\\d{2,4}$|(?<=\\.)z\\d\\d$";

    /** Where nothing can begin, nothing is tried: a listing has many keys. */
    private static final String BEGIN = "(?<!\\d)(?=\\d|(?<![0-9A-Za-z])[a-fvz])";

    private static final Pattern PARTS = insensitive(BEGIN + "(?:"
            + String.join(
                    "|",
                    UUID,
                    DATE.pattern(),
                    MONTH_FOLDER,
                    YEAR_FOLDER,
                    ISO_WEEK,
                    MONTH_ALONE,
                    CLOCK,
                    VERSION,
                    HASH,
                    VOLUME)
            + ")");
    private static final Pattern TIME_BELOW_DATE =
            Pattern.compile("(?<=#/)(?:[01]\\d|2[0-3])[-_:.h]?[0-5]\\d(?:[-_:.]?[0-5]\\d)?(?![0-9A-Za-z])");
    private static final Pattern EMPTY_SEGMENT = Pattern.compile("^/+|(?<=/)/+");
    private static final Pattern WORD = insensitive("(?<!\\p{L})(?:" + WEEKDAYS + "|" + MONTH + ")(?!\\p{L})");

    private KeyGrammar() {}

    /** The key with each changing part replaced by {@code #}, without empty path segments. */
    static String mask(String path) {
        String masked =
                PARTS.matcher(EMPTY_SEGMENT.matcher(path).replaceAll("")).replaceAll(CHANGING);
        return masked.contains("#/") ? TIME_BELOW_DATE.matcher(masked).replaceAll(CHANGING) : masked;
    }

    /** Names of weekdays and months, which may change or be part of a name. */
    static Matcher words(String masked) {
        return WORD.matcher(masked);
    }

    /**
     * The UTC day that a key names; the last one if there are several.
     *
     * @param about of two readings of the same digits the one nearest to this is taken
     */
    static Optional<LocalDate> date(String path, Instant about) {
        LocalDate near = LocalDate.ofInstant(about, ZoneOffset.UTC);
        Optional<LocalDate> last = Optional.empty();
        Matcher found = DATE.matcher(path);
        while (found.find()) {
            Optional<LocalDate> before = last;
            last = date(found, near).or(() -> before);
        }
        return last;
    }

    private static Optional<LocalDate> date(Matcher found, LocalDate near) {
        if (found.group("e6") != null) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(found.group("e6")));
            return Optional.of(LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
        return IntStream.of(1, 3, 4, 5)
                .filter(form -> found.group("y" + form) != null)
                .mapToObj(form -> day(found.group("y" + form), found.group("m" + form), found.group("d" + form)))
                .findFirst()
                .orElseGet(() -> nearest(
                        near,
                        day(found.group("y2"), found.group("m2"), found.group("d2")),
                        day(found.group("y2"), found.group("d2"), found.group("m2"))));
    }

    private static Optional<LocalDate> nearest(LocalDate near, Optional<LocalDate> one, Optional<LocalDate> other) {
        return Stream.of(one, other)
                .flatMap(Optional::stream)
                .min(Comparator.comparing(day -> Math.abs(day.toEpochDay() - near.toEpochDay())));
    }

    /** The day that these digits, or the name of a month, are; empty if there is no such day. */
    static Optional<LocalDate> day(String year, String month, String day) {
        try {
            int full = year.length() == 2 ? 2000 + Integer.parseInt(year) : Integer.parseInt(year);
            return Optional.of(LocalDate.of(full, month(month), Integer.parseInt(day)));
        } catch (DateTimeException notADay) {
            // 2026-02-31: an invalid date gives no time.
            return Optional.empty();
        }
    }

    private static int month(String text) {
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
