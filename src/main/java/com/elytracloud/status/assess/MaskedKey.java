package com.elytracloud.status.assess;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** An object key in which each changing part is replaced by {@code #}, without empty path segments. */
final class MaskedKey {
    private static final int DAYS_BACK = 120;
    private static final int DAYS_AHEAD = 2;

    private static final Pattern EMPTY_SEGMENT = Pattern.compile("^/+|(?<=/)/+");
    private static final Pattern TIME_BELOW_DATE =
            Pattern.compile("(?<=#/)(?:[01]\\d|2[0-3])[-_:.h]?[0-5]\\d(?:[-_:.]?[0-5]\\d)?(?![0-9A-Za-z])");

    private static final Pattern YEAR_FIRST = Pattern.compile("(20\\d\\d)[-_.](\\d\\d)[-_.](\\d\\d)");

    private final LocalDate written;
    private final String text;
    private LocalDate named;
    private String year;
    private String month;

    /** @param at when the object was written: decides what ambiguous digits are */
    MaskedKey(String path, Instant at) {
        written = LocalDate.ofInstant(at, ZoneOffset.UTC);
        boolean hasEmpty = path.startsWith("/") || path.contains("//");
        String key = hasEmpty ? EMPTY_SEGMENT.matcher(path).replaceAll("") : path;
        String most = masked(key);
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
        boolean found = part.find();
        while (found) {
            if (changes(part)) {
                masked.append(key, done, part.start()).append(KeyGrammar.CHANGING);
                done = part.end();
                found = part.find();
            } else {
                // Digits that are no date may stand directly before one: vm-42-10-2026-11-25.
                found = part.find(behindDigits(key, part.start()));
            }
        }
        return masked.append(key, done, key.length()).toString();
    }

    private static int behindDigits(String key, int from) {
        int end = from + 1;
        while (end < key.length() && Character.isDigit(key.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean changes(Matcher part) {
        if (part.group("y1") != null) {
            return names(day(part, "1"));
        }
        if (part.group("y7") != null) {
            year = part.group("y7");
            month = part.group("m7");
            return true;
        }
        if (part.group("d7") != null) {
            return year != null && isNear(day(year, month, part.group("d7")));
        }
        if (part.group("p9") != null) {
            String one = part.group("p9");
            String two = part.group("q9");
            String three = part.group("r9");
            return isNear(day(one, two, three)) || isNear(day(three, two, one)) || isNear(day(three, one, two));
        }
        if (part.group("y8") != null) {
            return isNear(dayOfYear(Integer.parseInt(part.group("y8")), Integer.parseInt(part.group("n8"))));
        }
        if (part.group("e6") != null) {
            Instant at = Instant.ofEpochSecond(Long.parseLong(part.group("e6")));
            return names(LocalDate.ofInstant(at, ZoneOffset.UTC));
        }
        if (part.group("y2") != null) {
            LocalDate day = nearest(day(part, "2"), day(part.group("y2"), part.group("d2"), part.group("m2")));
            return !beginsAnotherDay(part, day) && names(day);
        }
        return Stream.of("0", "3", "4", "5", "6")
                .filter(form -> part.group("y" + form) != null)
                .allMatch(form -> names(day(part, form)));
    }

    // vm-12-10-2026-11-25 that was written on 25 November is not of 12 October, 11:25.
    private boolean beginsAnotherDay(Matcher part, LocalDate day) {
        Matcher rest = YEAR_FIRST.matcher(part.group().substring(part.start("y2") - part.start()));
        return rest.matches() && isOfThen(day(rest.group(1), rest.group(2), rest.group(3))) && !isOfThen(day);
    }

    private boolean isOfThen(LocalDate day) {
        return day != null && Math.abs(day.toEpochDay() - written.toEpochDay()) <= DAYS_AHEAD;
    }

    private boolean names(LocalDate day) {
        named = day == null ? named : day;
        return true;
    }

    private LocalDate nearest(LocalDate one, LocalDate other) {
        return Stream.of(one, other)
                .filter(Objects::nonNull)
                .min(Comparator.comparing(day -> Math.abs(day.toEpochDay() - written.toEpochDay())))
                .orElse(null);
    }

    private boolean isNear(LocalDate day) {
        return day != null && !day.isBefore(written.minusDays(DAYS_BACK)) && !day.isAfter(written.plusDays(DAYS_AHEAD));
    }

    private static LocalDate day(Matcher part, String form) {
        return day(part.group("y" + form), part.group("m" + form), part.group("d" + form));
    }

    // Null for what is no day, such as 2026-02-31.
    private static LocalDate day(String year, String month, String day) {
        try {
            int full = (year.length() == 2 ? 2000 : 0) + Integer.parseInt(year);
            return LocalDate.of(full, KeyGrammar.month(month), Integer.parseInt(day));
        } catch (DateTimeException notADay) {
            return null;
        }
    }

    // Null for what is no day, such as 366 of most years.
    private static LocalDate dayOfYear(int year, int day) {
        try {
            return LocalDate.ofYearDay(year, day);
        } catch (DateTimeException notADay) {
            return null;
        }
    }
}
