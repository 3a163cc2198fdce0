package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.elytracloud.status.domain.BackupSeries.BackupRun;

/**
 * On which days a series has runs, and what follows from that.
 *
 * @param days before the newest run, whose day is 0; they begin at its time of day
 */
record SeriesRhythm(Instant newest, List<Long> days) {
    private static final long DAY = Duration.ofDays(1).toSeconds();
    private static final int WEEK = 7;
    private static final int ENOUGH_DAYS = 3;
    private static final int ENOUGH_FOR_A_WEEK = 5;
    private static final int TOO_MANY_MISSING = 3;
    /** For the cadence, and for days off. */
    private static final int LEARNED_FROM = 15;

    /** The rhythm of runs, newest first. */
    static SeriesRhythm of(List<BackupRun> runs) {
        Instant newest = runs.get(0).at();
        return new SeriesRhythm(
                newest,
                runs.stream()
                        .map(run -> Math.round(
                                (double) Duration.between(run.at(), newest).toSeconds() / DAY))
                        .distinct()
                        .sorted()
                        .toList());
    }

    boolean isEstablished() {
        return days.size() >= ENOUGH_DAYS;
    }

    /** Whether there was a run on each of the last 15 days, days off apart. */
    boolean isUnbroken() {
        return first() >= LEARNED_FROM - 1 && without(0, LEARNED_FROM) == 0;
    }

    /** Days from one run to the next: the lower median, at least 1. */
    int cadence() {
        return cadence(days);
    }

    /** The time since the newest run, less the days off in between. */
    Duration age(Instant now) {
        Duration age = Duration.between(newest, now);
        // A week without a run is not a series of days off.
        return age.minusDays(LongStream.rangeClosed(1, Math.min(age.toSeconds() / DAY, WEEK))
                .filter(day -> isDayOff(WEEK - day))
                .count());
    }

    /**
     * Whether the week that ends with the newest run lacks days other than days off. Applies only if the weeks before
     * were nightly: a slower job that has just become nightly lacks nothing.
     */
    boolean lacksDays() {
        List<Long> before = days.stream().filter(day -> day >= WEEK).toList();
        return cadence() == 1
                && (before.size() > 1 ? cadence(before) == 1 : days.size() >= ENOUGH_FOR_A_WEEK)
                && without(1, Math.min(WEEK, first())) >= TOO_MANY_MISSING;
    }

    private long without(long from, long to) {
        return LongStream.range(from, to)
                .filter(day -> !days.contains(day) && !isDayOff(day))
                .count();
    }

    // A day of the week, so many days before the newest run, without a run then and a week earlier.
    private boolean isDayOff(long daysBefore) {
        return cadence() == 1
                && first() >= LEARNED_FROM - 1
                && !days.contains(daysBefore)
                && !days.contains(daysBefore + WEEK);
    }

    private long first() {
        return days.get(days.size() - 1);
    }

    private static int cadence(List<Long> days) {
        long[] gaps = IntStream.range(1, Math.min(LEARNED_FROM, days.size()))
                .mapToLong(i -> days.get(i) - days.get(i - 1))
                .sorted()
                .toArray();
        return gaps.length == 0 ? 1 : Math.toIntExact(gaps[(gaps.length - 1) / 2]);
    }
}
