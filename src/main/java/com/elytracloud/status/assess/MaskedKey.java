package com.elytracloud.status.assess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** An object key in which {@code #} replaces what may change (a table in a file), without empty path segments. */
final class MaskedKey {
    /** Stands for a changing part. */
    static final String CHANGING = "#";

    private static final ResourceBundle TABLE =
            ResourceBundle.getBundle(MaskedKey.class.getPackageName() + ".keys", Locale.ROOT);
    private static final List<String> MONTHS = words("months");
    /** Names of weekdays and months, which may change or be part of a name. */
    static final String NAMED_DAYS = TABLE.getString("weekdays") + "|" + String.join("|", MONTHS);

    static final Pattern NAMED_DAY = pattern("(?<!\\p{L})(?:" + NAMED_DAYS + ")(?!\\p{L})");
    /** What may change, at a digit or at the beginning of a word. */
    private static final Pattern PARTS =
            pattern("(?=\\d)(?<!\\d)(?:%s|(?<near>%s))|(?=[a-fjkm-osvz])(?<![0-9A-Za-z])(?:%s)"
                    .formatted(any("digit."), any("near."), any("word.")));

    private static final int DAYS_BACK = 120;
    private static final int DAYS_AHEAD = 2;
    /** Groups for the years of dates that change in any case. */
    private static final List<String> CERTAIN = List.of("y1", "y2", "y3", "y4", "y5", "y6", "y7", "y8");

    private static final Pattern EMPTY_SEGMENT = Pattern.compile("^/+|(?<=/)/+");
    private static final Pattern TIME_BELOW_DATE = pattern("(?<=#/)%s(?![0-9A-Za-z])", "time");

    private final long written;
    private final String text;
    private LocalDate named;
    private String folderYear;
    private String folderMonth;

    /** @param at when the object was written: decides what ambiguous digits are */
    MaskedKey(String path, Instant at) {
        written = LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
        boolean hasEmpty = path.startsWith("/") || path.contains("//");
        String most = masked(hasEmpty ? EMPTY_SEGMENT.matcher(path).replaceAll("") : path);
        text = most.contains("#/") ? TIME_BELOW_DATE.matcher(most).replaceAll(CHANGING) : most;
    }

    String text() {
        return text;
    }

    /** The UTC day that the key names, the last one if there are several. */
    Optional<LocalDate> date() {
        return Optional.ofNullable(named);
    }

    private String masked(String key) {
        Matcher part = PARTS.matcher(key);
        StringBuilder masked = new StringBuilder(key.length());
        int done = 0;
        for (int from = 0; from <= key.length() && part.find(from); ) {
            // Digits that are no date may stand directly before one: vm-42-10-2026-11-25.
            from = part.start() + 1;
            if (changes(part)) {
                masked.append(key, done, part.start()).append(CHANGING);
                done = part.end();
                from = done;
            }
        }
        return masked.append(key, done, key.length()).toString();
    }

    private boolean changes(Matcher part) {
        if (part.group("near") != null) {
            return near(part).anyMatch(day -> isWithin(DAYS_BACK, day));
        }
        if (part.group("year") != null) {
            folderYear = part.group("year");
            folderMonth = part.group("month");
        }
        String seconds = part.group("epoch");
        List<LocalDate> days = seconds == null
                ? days(part, CERTAIN).toList()
                : List.of(LocalDate.ofInstant(Instant.ofEpochSecond(Long.parseLong(seconds)), ZoneOffset.UTC));
        Predicate<LocalDate> isOfThen = day -> isWithin(DAYS_AHEAD, day);
        if (days.stream().noneMatch(isOfThen) && days(part, List.of("yV")).anyMatch(isOfThen)) {
            return false;
        }
        named = days.stream()
                .min(Comparator.comparing(day -> Math.abs(day.toEpochDay() - written)))
                .orElse(named);
        return true;
    }

    private Stream<LocalDate> near(Matcher part) {
        if (part.group("ofYear") != null) {
            return valid(() ->
                    LocalDate.ofYearDay(Integer.parseInt(part.group("yN")), Integer.parseInt(part.group("ofYear"))));
        }
        if (part.group("ofMonth") != null) {
            return folderYear == null ? Stream.empty() : day(folderYear, folderMonth, part.group("ofMonth"));
        }
        return days(part, List.of("yA", "yB", "yC"));
    }

    private boolean isWithin(int daysBack, LocalDate day) {
        return day.toEpochDay() >= written - daysBack && day.toEpochDay() <= written + DAYS_AHEAD;
    }

    private static Stream<LocalDate> days(Matcher part, List<String> years) {
        return years.stream()
                .filter(y -> part.group(y) != null)
                .flatMap(y -> day(part.group(y), part.group(y.replace('y', 'm')), part.group(y.replace('y', 'd'))));
    }

    private static Stream<LocalDate> day(String year, String month, String day) {
        int full = (year.length() == 2 ? 2000 : 0) + Integer.parseInt(year);
        return valid(() -> LocalDate.of(full, month(month), Integer.parseInt(day)));
    }

    // Not 2026-02-31.
    private static Stream<LocalDate> valid(Supplier<LocalDate> day) {
        try {
            return Stream.of(day.get());
        } catch (DateTimeException notADay) {
            return Stream.empty();
        }
    }

    static List<String> words(String name) {
        return List.of(TABLE.getString(name).split(" ", -1));
    }

    /** An expression that has an entry of the table in place of its %s. */
    static Pattern pattern(String regex, String name) {
        return pattern(regex.formatted(TABLE.getString(name)));
    }

    /** The number of a month from its digits or its name. */
    private static int month(String text) {
        return Character.isDigit(text.charAt(0))
                ? Integer.parseInt(text)
                : IntStream.rangeClosed(1, MONTHS.size())
                        .filter(month -> text.toLowerCase(Locale.ROOT).matches(MONTHS.get(month - 1)))
                        .findFirst()
                        .orElseThrow();
    }

    private static String any(String kind) {
        String regex = keys(kind).map(TABLE::getString).collect(Collectors.joining("|"));
        for (String key : keys("as.").toList()) {
            regex = regex.replace(key.substring("as.1.".length()), TABLE.getString(key));
        }
        return regex.replace("MONTH", "(?:" + String.join("|", MONTHS) + ")");
    }

    private static Stream<String> keys(String kind) {
        return TABLE.keySet().stream().filter(key -> key.startsWith(kind)).sorted();
    }

    private static Pattern pattern(String regex) {
        return Pattern.compile(regex, Pattern.CASE_INSENSITIVE);
    }
}
