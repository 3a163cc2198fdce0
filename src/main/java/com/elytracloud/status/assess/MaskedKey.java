package com.elytracloud.status.assess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An object key in which each changing part is replaced by {@code #}, without empty path segments. */
final class MaskedKey {
    private static final int DAYS_BACK = 120;
    private static final int DAYS_AHEAD = 2;
    private static final int SECONDS_A_DAY = 86_400;
    /** Forms of dates in the grammar: those that change in any case, those near the time of writing, and others. */
    private static final List<List<String>> CERTAIN = forms("12345678");

    private static final List<List<String>> NEAR = forms("ABC");
    private static final List<List<String>> OTHER = forms("V");

    private static final Pattern EMPTY_SEGMENT = Pattern.compile("^/+|(?<=/)/+");
    private static final Pattern TIME_BELOW_DATE =
            Pattern.compile("(?<=#/)(?:[01]\\d|2[0-3])[-_:.h]?[0-5]\\d(?:[-_:.]?[0-5]\\d)?(?![0-9A-Za-z])");

    private final long written;
    private final String text;
    private LocalDate named;
    /** Of the folders above. */
    private String year;

    private String month;

    /** @param at when the object was written: decides what ambiguous digits are */
    MaskedKey(String path, Instant at) {
        written = LocalDate.ofInstant(at, ZoneOffset.UTC).toEpochDay();
        boolean hasEmpty = path.startsWith("/") || path.contains("//");
        String most = masked(hasEmpty ? EMPTY_SEGMENT.matcher(path).replaceAll("") : path);
        text = most.contains("#/") ? TIME_BELOW_DATE.matcher(most).replaceAll(KeyGrammar.CHANGING) : most;
    }

    String text() {
        return text;
    }

    /** The UTC day that the key names, the last one if there are several. */
    Optional<LocalDate> date() {
        return Optional.ofNullable(named);
    }

    private String masked(String key) {
        Matcher part = KeyGrammar.PARTS.matcher(key);
        StringBuilder masked = new StringBuilder(key.length());
        int done = 0;
        int from = 0;
        while (from <= key.length() && part.find(from)) {
            // Digits that are no date may stand directly before one: vm-42-10-2026-11-25.
            from = part.start() + 1;
            if (changes(part)) {
                masked.append(key, done, part.start()).append(KeyGrammar.CHANGING);
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
            year = part.group("year");
            month = part.group("month");
        }
        String seconds = part.group("epoch");
        List<LocalDate> days = seconds == null
                ? days(part, CERTAIN).toList()
                : List.of(LocalDate.EPOCH.plusDays(Long.parseLong(seconds) / SECONDS_A_DAY));
        if (part.group("yV") != null
                && days(part, OTHER).anyMatch(day -> isWithin(DAYS_AHEAD, day))
                && days.stream().noneMatch(day -> isWithin(DAYS_AHEAD, day))) {
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
            return year == null ? Stream.empty() : day(year, month, part.group("ofMonth"));
        }
        return days(part, NEAR);
    }

    private boolean isWithin(int daysBack, LocalDate day) {
        return day.toEpochDay() >= written - daysBack && day.toEpochDay() <= written + DAYS_AHEAD;
    }

    private static Stream<LocalDate> days(Matcher part, List<List<String>> forms) {
        Stream<LocalDate> days = Stream.empty();
        for (List<String> groups : forms) {
            String year = part.group(groups.get(0));
            if (year != null) {
                days = Stream.concat(days, day(year, part.group(groups.get(1)), part.group(groups.get(2))));
            }
        }
        return days;
    }

    // The groups of year, month and day.
    private static List<List<String>> forms(String names) {
        return names.chars()
                .mapToObj(Character::toString)
                .map(name -> List.of("y" + name, "m" + name, "d" + name))
                .toList();
    }

    private static Stream<LocalDate> day(String year, String month, String day) {
        int full = (year.length() == 2 ? 2000 : 0) + Integer.parseInt(year);
        return valid(() -> LocalDate.of(full, KeyGrammar.month(month), Integer.parseInt(day)));
    }

    // Not 2026-02-31.
    private static Stream<LocalDate> valid(Supplier<LocalDate> day) {
        try {
            return Stream.of(day.get());
        } catch (DateTimeException notADay) {
            return Stream.empty();
        }
    }
}
