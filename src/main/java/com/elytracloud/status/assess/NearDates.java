package com.elytracloud.status.assess;

import java.time.Instant;
import java.time.LocalDate;
import java.time.Year;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Digits that are a date only because the object was written about then: {@code acme-261125.sql.gz}, or {@code 25.sql.gz} in
 * a folder for the month. Without that they are part of a name: customer 1042 is not customer 1043.
 */
final class NearDates {
    private static final int DAYS_BACK = 120;
    private static final int DAYS_AHEAD = 2;

    private static final Pattern SHORT_YEAR = Pattern.compile("(?<![0-9])(\\d\\d)([-_.]?)(\\d\\d)\\2(\\d\\d)(?![0-9])");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(?<![0-9])(20\\d\\d)[-_]?([0-3]\\d\\d)(?![0-9])");
    private static final Pattern MONTH = Pattern.compile("(?<![^/])(20\\d\\d)[-_/](0[1-9]|1[0-2])/");
    private static final Pattern DAY = Pattern.compile("(?<![0-9A-Za-z])(0[1-9]|[12]\\d|3[01])(?![0-9A-Za-z])");

    private NearDates() {}

    /** The path with such digits replaced by {@code #}. */
    static String mask(String whole, Instant at) {
        LocalDate written = LocalDate.ofInstant(at, ZoneOffset.UTC);
        String path = DAY_OF_YEAR
                .matcher(whole)
                .replaceAll(found -> isNear(dayOfYear(found.group(1), found.group(2)), written)
                        ? KeyGrammar.CHANGING
                        : quoted(found));
        String masked = SHORT_YEAR
                .matcher(path)
                .replaceAll(found -> isNear(found, written) ? KeyGrammar.CHANGING : quoted(found));
        Matcher month = MONTH.matcher(masked);
        if (!month.find()) {
            return masked;
        }
        String folder = masked.substring(0, month.end());
        return folder
                + DAY.matcher(masked.substring(month.end()))
                        .replaceAll(day -> isNear(KeyGrammar.day(month.group(1), month.group(2), day.group(1)), written)
                                ? KeyGrammar.CHANGING
                                : quoted(day));
    }

    private static boolean isNear(MatchResult found, LocalDate written) {
        String one = found.group(1);
        String two = found.group(3);
        String three = found.group(4);
        return isNear(KeyGrammar.day(one, two, three), written)
                || isNear(KeyGrammar.day(three, two, one), written)
                || isNear(KeyGrammar.day(three, one, two), written);
    }

    private static boolean isNear(Optional<LocalDate> found, LocalDate written) {
        return found.filter(date ->
                        !date.isBefore(written.minusDays(DAYS_BACK)) && !date.isAfter(written.plusDays(DAYS_AHEAD)))
                .isPresent();
    }

    private static Optional<LocalDate> dayOfYear(String year, String day) {
        int whole = Integer.parseInt(year);
        int number = Integer.parseInt(day);
        return number < 1 || number > Year.of(whole).length()
                ? Optional.empty()
                : Optional.of(LocalDate.ofYearDay(whole, number));
    }

    private static String quoted(MatchResult found) {
        return Matcher.quoteReplacement(found.group());
    }
}
