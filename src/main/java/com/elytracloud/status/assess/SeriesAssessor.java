package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.LongStream;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupRun;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.SeriesVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;

/** Evaluates one series by its own rhythm and sizes. */
final class SeriesAssessor {
    private static final Duration SLACK = Duration.ofHours(2);
    private static final int SIZES = 7;
    private static final int ENOUGH_SIZES = 3;
    /** A run of more objects has no size of its own. */
    private static final int MOST_OBJECTS_A_RUN = 3;

    /** Objects named by their content, as repositories keep them: their times do not show a rhythm. */
    private static final Pattern CONTENT_STORE = Pattern.compile(
            "(?:.*/)?(?:[0-9a-f]{2}|#|data|chunks|packs|objects|blobs|index|locks|keys)" + "/(?:[0-9a-f]{2}/)?#");

    private SeriesAssessor() {}

    /** Whether it has runs on enough days to expect the next. */
    static boolean isEstablished(BackupSeries series, BackupPolicy policy) {
        return !CONTENT_STORE.matcher(series.name()).matches()
                && new SeriesRhythm(backups(series, policy)).isEstablished();
    }

    static SeriesVerdict assess(BackupSeries series, BackupPolicy policy, Instant now) {
        List<BackupRun> backups = backups(series, policy);
        SeriesRhythm rhythm = new SeriesRhythm(backups);
        int cadence = rhythm.cadence();
        Duration age = rhythm.age(now);
        Reason reason = byAge(age, cadence, policy);
        if (reason == Reason.FRESH) {
            reason = byContent(series, backups, rhythm);
        }
        return new SeriesVerdict(series, cadence, age, reason);
    }

    /** Evaluates all objects of a customer without an established series as one nightly series. */
    static SeriesVerdict assessAsOne(BackupSeries series, BackupPolicy policy, Instant now) {
        SeriesRhythm rhythm = new SeriesRhythm(series.runs());
        Duration age = Duration.between(series.newest().at(), now);
        Reason reason = byAge(age, 1, policy);
        if (reason == Reason.FRESH && rhythm.lacksDays()) {
            reason = Reason.DAYS_MISSING;
        }
        return new SeriesVerdict(series, 1, age, reason);
    }

    /** Evaluates the age of several series in turn as that of one, if together they were written night after night. */
    static SeriesVerdict assessInTurn(BackupSeries series, BackupPolicy policy, Instant now) {
        SeriesRhythm rhythm = new SeriesRhythm(series.runs());
        Duration age = rhythm.age(now);
        Reason reason = rhythm.isUnbroken() ? byAge(age, 1, policy) : Reason.FRESH;
        return new SeriesVerdict(series, 1, age, reason);
    }

    /** The lower median size of the runs. */
    static long medianBytes(BackupSeries series) {
        long[] sizes =
                series.runs().stream().mapToLong(BackupRun::bytes).sorted().toArray();
        return sizes[(sizes.length - 1) / 2];
    }

    private static Reason byAge(Duration age, int cadence, BackupPolicy policy) {
        Duration due = Duration.ofDays(cadence).plus(SLACK);
        if (age.compareTo(longer(due.plusDays(cadence), policy.failedAge())) > 0) {
            return Reason.TOO_OLD;
        }
        return age.compareTo(longer(due, policy.maxAge())) > 0 ? Reason.OVERDUE : Reason.FRESH;
    }

    private static Reason byContent(BackupSeries series, List<BackupRun> backups, SeriesRhythm rhythm) {
        if (!backups.get(0).equals(series.newest())) {
            return Reason.NEWEST_INVALID;
        }
        if (hasShrunk(series)) {
            return Reason.SHRUNK;
        }
        return rhythm.lacksDays() ? Reason.DAYS_MISSING : Reason.FRESH;
    }

    // A dump that lost most of its tables is as fresh as any other.
    private static boolean hasShrunk(BackupSeries series) {
        List<BackupRun> before = series.runs().stream().skip(1).limit(SIZES).toList();
        LongStream sizes = before.stream().mapToLong(BackupRun::bytes);
        return before.size() >= ENOUGH_SIZES
                && series.objects() <= (long) MOST_OBJECTS_A_RUN * series.runs().size()
                && 2 * series.newest().bytes() < sizes.min().orElse(0);
    }

    // Without the runs that are too small for a backup, unless the series is of small objects.
    private static List<BackupRun> backups(BackupSeries series, BackupPolicy policy) {
        long median = medianBytes(series);
        if (median < policy.minBytes()) {
            return series.runs();
        }
        return series.runs().stream()
                .filter(run -> run.bytes() >= policy.minBytes() || 2 * run.bytes() >= median)
                .toList();
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }
}
