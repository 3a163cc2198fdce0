package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.domain.BackupSeries;

/**
 * Numbers from 1 to 31 that are the day of the month: {@code acme-25.sql.gz} is overwritten a month later. They are
 * changing parts only if at least five names differ in nothing else, and each object was written on the day of its
 * number.
 */
final class DayNumbers {
    private static final int ENOUGH = 5;
    private static final Pattern NUMBER = Pattern.compile("(?<![0-9A-Za-z])(0?[1-9]|[12]\\d|3[01])(?![0-9A-Za-z])");

    private DayNumbers() {}

    /** The new name of each series that is part of such a rotation. */
    static Map<SeriesName, SeriesName> renamed(Map<SeriesName, SeriesTally> tallies) {
        Map<SeriesName, List<SeriesName>> alike = new HashMap<>();
        tallies.forEach((name, tally) -> {
            Matcher number = NUMBER.matcher(name.series());
            while (number.find()) {
                if (isDay(Integer.parseInt(number.group()), tally.newestAt())) {
                    alike.computeIfAbsent(replaced(name, number), any -> new ArrayList<>())
                            .add(name);
                }
            }
        });
        Map<SeriesName, SeriesName> renamed = new HashMap<>();
        alike.forEach((name, members) -> {
            if (members.size() >= ENOUGH) {
                members.forEach(member -> renamed.put(member, name));
            }
        });
        return renamed;
    }

    /** Whether a series of an earlier run, which is not listed any more, is now part of a rotation. */
    static boolean includes(BackupSeries rotation, BackupSeries known) {
        String[] parts = rotation.name().split(KeyGrammar.CHANGING, -1);
        if (!known.name().startsWith(parts[0]) || !known.name().endsWith(parts[parts.length - 1])) {
            return false; // most names differ without evaluating the expression
        }
        String changing = "(?:#|\\d{1,2}|" + KeyGrammar.NAMED_DAYS + ")";
        String pattern =
                String.join(changing, Stream.of(parts).map(Pattern::quote).toList());
        return parts.length > 1
                && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(known.name())
                        .matches();
    }

    // A job that runs around midnight, or in another time zone, may be a day off.
    private static boolean isDay(int number, Instant at) {
        return Stream.of(at, at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(1)))
                .anyMatch(day -> day.atOffset(ZoneOffset.UTC).getDayOfMonth() == number);
    }

    private static SeriesName replaced(SeriesName name, Matcher number) {
        String series = name.series().substring(0, number.start())
                + KeyGrammar.CHANGING
                + name.series().substring(number.end());
        boolean isGuessed = name.customer().equals(SeriesNames.customer(name.series()));
        return new SeriesName(series, isGuessed ? SeriesNames.customer(series) : name.customer());
    }
}
