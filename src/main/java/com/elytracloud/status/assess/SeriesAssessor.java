package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;

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
                && SeriesRhythm.of(backups(series)).isEstablished();
    }

    SeriesVerdict assess(BackupSeries series) {
        List<BackupRun> backups = backups(series);
        SeriesRhythm rhythm = SeriesRhythm.of(backups);
        boolean isNewestValid = backups.get(0).equals(series.newest());
        Reason byContent = !isNewestValid
                ? Reason.NEWEST_INVALID
                : hasShrunk(series) ? Reason.SHRUNK : rhythm.lacksDays() ? Reason.DAYS_MISSING : Reason.FRESH;
        return byAge(series, rhythm.cadence(), rhythm.age(now), byContent);
    }

    /** Evaluates all objects of a customer without an established series as one nightly series. */
    SeriesVerdict assessAsOne(BackupSeries series) {
        Reason ifFresh = SeriesRhythm.of(series.runs()).lacksDays() ? Reason.DAYS_MISSING : Reason.FRESH;
        return byAge(series, 1, Duration.between(series.newest().at(), now), ifFresh);
    }

    /** Evaluates the age of several series in turn as that of one, if together they were written night after night. */
    SeriesVerdict assessInTurn(BackupSeries series) {
        SeriesRhythm rhythm = SeriesRhythm.of(series.runs());
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
}
