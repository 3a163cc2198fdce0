package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupSeries.BackupRun;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.domain.TenantVerdict.SeriesVerdict;

/** Evaluates one series by its own rhythm and sizes. */
record SeriesAssessor(BackupPolicy policy, Instant now) {
    private static final Duration SLACK = Duration.ofHours(2);
    private static final int SIZES = 7;
    private static final int ENOUGH_SIZES = 3;
    /** A run of more objects has no size of its own. */
    private static final int MOST_OBJECTS_A_RUN = 3;

    /** Objects named by their content, as repositories keep them: their times do not show a rhythm. */
    private static final Pattern CONTENT_STORE = Pattern.compile(
            "(?:.*/)?(?:[0-9a-f]{2}|#|data|chunks|packs|objects|blobs|index|locks|keys)" + "/(?:[0-9a-f]{2}/)?#");

    /** Whether it has runs on enough days to expect the next. */
    boolean isEstablished(BackupSeries series) {
        return !CONTENT_STORE.matcher(series.name()).matches()
                && Rhythm.of(backups(series)).isEstablished();
    }

    SeriesVerdict assess(BackupSeries series) {
        if (!isEstablished(series)) {
            return new SeriesVerdict(series, 0, Duration.between(series.newestAt(), now), Reason.TOO_FEW_RUNS);
        }
        List<BackupRun> backups = backups(series);
        Rhythm rhythm = Rhythm.of(backups);
        boolean isNewestValid = backups.get(0).equals(series.newest());
        Reason byContent = !isNewestValid
                ? Reason.NEWEST_INVALID
                : hasShrunk(series) ? Reason.SHRUNK : rhythm.lacksDays() ? Reason.DAYS_MISSING : Reason.FRESH;
        return byAge(series, rhythm.cadence(), rhythm.age(now), byContent);
    }

    /** Evaluates all objects of a customer without an established series as one nightly series. */
    SeriesVerdict assessAsOne(BackupSeries series) {
        Reason ifFresh = Rhythm.of(series.runs()).lacksDays() ? Reason.DAYS_MISSING : Reason.FRESH;
        return byAge(series, 1, Duration.between(series.newestAt(), now), ifFresh);
    }

    /** Evaluates the age of several series in turn as that of one, if together they were written night after night. */
    SeriesVerdict assessInTurn(BackupSeries series) {
        Rhythm rhythm = Rhythm.of(series.runs());
        SeriesVerdict verdict = byAge(series, 1, rhythm.age(now), Reason.FRESH);
        return rhythm.isUnbroken() ? verdict : verdict.with(Reason.FRESH);
    }

    private SeriesVerdict byAge(BackupSeries series, int cadence, Duration age, Reason ifFresh) {
        Duration due = Duration.ofDays(cadence).plus(SLACK);
        Reason reason = isLonger(age, due, policy.maxAge()) ? Reason.OVERDUE : ifFresh;
        boolean isTooOld = isLonger(age, due.plusDays(cadence), policy.failedAge());
        return new SeriesVerdict(series, cadence, age, isTooOld ? Reason.TOO_OLD : reason);
    }

    private static boolean isLonger(Duration age, Duration one, Duration other) {
        return age.compareTo(one) > 0 && age.compareTo(other) > 0;
    }

    // A dump that lost most of its tables is as fresh as any other.
    private static boolean hasShrunk(BackupSeries series) {
        List<BackupRun> before = series.runs().stream().skip(1).limit(SIZES).toList();
        return before.size() >= ENOUGH_SIZES
                && series.objects() <= (long) MOST_OBJECTS_A_RUN * series.runs().size()
                && before.stream().allMatch(run -> 2 * series.newest().bytes() < run.bytes());
    }

    // Without the runs that are too small for a backup, unless the series is of small objects.
    private List<BackupRun> backups(BackupSeries series) {
        long median = series.medianBytes();
        return series.runs().stream()
                .filter(run ->
                        median < policy.minBytes() || run.bytes() >= policy.minBytes() || 2 * run.bytes() >= median)
                .toList();
    }

    /**
     * On which days a series has runs, and what follows from that.
     *
     * @param days before the newest run, whose day is 0; they begin at its time of day
     */
    private record Rhythm(Instant newest, List<Long> days) {
        private static final long DAY = Duration.ofDays(1).toSeconds();
        private static final int WEEK = 7;
        private static final int ENOUGH_DAYS = 3;
        private static final int ENOUGH_FOR_A_WEEK = 5;
        private static final int TOO_MANY_MISSING = 3;
        /** For the cadence, and for days off. */
        private static final int LEARNED_FROM = 15;

        /** The rhythm of runs, newest first. */
        static Rhythm of(List<BackupRun> runs) {
            Instant newest = runs.get(0).at();
            return new Rhythm(
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
}
