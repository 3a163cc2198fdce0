package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.elytracloud.status.domain.BackupRun;

/** On which days a series has runs, counted back from the newest run's time of day, and what follows from that. */
final class SeriesRhythm {
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int ENOUGH_DAYS = 3;
    private static final int ENOUGH_FOR_A_WEEK = 5;
    private static final int TOO_MANY_MISSING = 3;
    private static final int WEEK = 7;
    private static final int DAYS_FOR_CADENCE = 15;
    private static final int DAYS_FOR_DAYS_OFF = 15;

    private final Instant newest;
    /** Days before the newest run: 0 is its own. */
    private final List<Long> days;

    /** The rhythm of runs, newest first. */
    SeriesRhythm(List<BackupRun> runs) {
        newest = runs.get(0).at();
        days = List.copyOf(new TreeSet<>(runs.stream()
                .map(run ->
                        Math.round((double) Duration.between(run.at(), newest).toSeconds() / DAY))
                .toList()));
    }

    boolean isEstablished() {
        return days.size() >= ENOUGH_DAYS;
    }

    /** Whether there was a run on each of the last 15 days, days off apart. */
    boolean isUnbroken() {
        return days.get(days.size() - 1) >= DAYS_FOR_DAYS_OFF - 1
                && LongStream.range(0, DAYS_FOR_DAYS_OFF).allMatch(day -> days.contains(day) || isDayOff(day));
    }

    /** Days from one run to the next: the lower median, at least 1. */
    int cadence() {
        return cadence(days);
    }

    private static int cadence(List<Long> of) {
        long[] gaps = IntStream.range(1, Math.min(DAYS_FOR_CADENCE, of.size()))
                .mapToLong(i -> of.get(i) - of.get(i - 1))
                .sorted()
                .toArray();
        return gaps.length == 0 ? 1 : Math.toIntExact(Math.max(1, gaps[(gaps.length - 1) / 2]));
    }

    /** The time since the newest run, less the days off in between. */
    Duration age(Instant now) {
        Duration age = Duration.between(newest, now);
        long passed = age.toSeconds() / DAY;
        // A week without a run is not a series of days off.
        long off = LongStream.rangeClosed(1, Math.min(passed, WEEK))
                .filter(day -> isDayOff(WEEK - day))
                .count();
        return age.minusSeconds(off * DAY);
    }

    /**
     * Whether the week that ends with the newest run lacks days other than days off. Applies only if the weeks before
     * were nightly: a slower job that has just become nightly lacks nothing.
     */
    boolean lacksDays() {
        List<Long> before = days.stream().filter(day -> day >= WEEK).toList();
        boolean nightly = before.size() > 1 ? cadence(before) == 1 : days.size() >= ENOUGH_FOR_A_WEEK && cadence() == 1;
        long first = days.get(days.size() - 1);
        return nightly
                && cadence() == 1
                && LongStream.range(1, Math.min(WEEK, first))
                                .filter(day -> !days.contains(day) && !isDayOff(day))
                                .count()
                        >= TOO_MANY_MISSING;
    }

    // A day of the week, so many days before the newest run, without a run then and a week earlier.
    private boolean isDayOff(long daysBefore) {
        return cadence() == 1
                && days.get(days.size() - 1) >= DAYS_FOR_DAYS_OFF - 1
                && !days.contains(daysBefore)
                && !days.contains(daysBefore + WEEK);
    }
}
