package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.elytracloud.status.domain.BackupRun;
import com.elytracloud.status.domain.BackupSeries;

/** The objects of one series, kept small: only times and sizes, and for old objects only one entry per run. */
final class SeriesTally {
    /** Objects so close to each other belong to one run. */
    static final Duration ONE_RUN = Duration.ofHours(6);
    /** Enough for the cadence of a monthly job. */
    private static final int RUNS = 40;

    private static final int MOST_ENTRIES = 400;

    private List<BackupRun> entries = new ArrayList<>(2);
    private long objects;
    private Instant oldest = Instant.MAX;
    private Instant newest = Instant.MIN;
    private String newestKey = "";

    void add(String key, Instant at, long bytes) {
        add(List.of(new BackupRun(at, bytes)), 1, at, at, key);
    }

    void add(SeriesTally other) {
        add(other.entries, other.objects, other.oldest, other.newest, other.newestKey);
    }

    private void add(List<BackupRun> more, long count, Instant from, Instant to, String key) {
        objects += count;
        for (BackupRun entry : more) {
            if (entries.size() == MOST_ENTRIES) {
                entries = runs(entries);
            }
            entries.add(entry);
        }
        oldest = from.isBefore(oldest) ? from : oldest;
        if (to.isAfter(newest) || (to.equals(newest) && key.compareTo(newestKey) > 0)) {
            newest = to;
            newestKey = key;
        }
    }

    Instant newestAt() {
        return newest;
    }

    BackupSeries toSeries(String name, String customer) {
        return new BackupSeries(name, customer, oldest, runs(entries), objects, newestKey);
    }

    /** The runs, newest first, that single objects or shorter runs belong to. */
    static List<BackupRun> runs(List<BackupRun> entries) {
        List<BackupRun> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(BackupRun::at).reversed());
        List<BackupRun> runs = new ArrayList<>();
        for (BackupRun next : sorted) {
            BackupRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && !next.at().isBefore(last.at().minus(ONE_RUN))) {
                runs.set(runs.size() - 1, new BackupRun(last.at(), Math.max(last.bytes(), next.bytes())));
            } else if (runs.size() < RUNS) {
                runs.add(next);
            }
        }
        return runs;
    }
}
