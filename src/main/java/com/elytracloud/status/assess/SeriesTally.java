package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

import com.elytracloud.status.domain.BackupRun;
import com.elytracloud.status.domain.BackupSeries;

/** The objects of one series, kept small: only times and sizes, and for old objects only one entry per run. */
final class SeriesTally {
    /** Objects so close to each other belong to one run. */
    static final Duration ONE_RUN = Duration.ofHours(6);
    /** Enough for the cadence of a monthly job. */
    static final int RUNS = 40;

    private static final int MOST_OBJECTS = 400;

    private long[] times = new long[2];
    private long[] sizes = new long[2];
    private int used;
    private long objects;
    private long oldest = Long.MAX_VALUE;
    private long newest = Long.MIN_VALUE;
    private String newestKey = "";

    void add(String key, Instant at, long bytes) {
        objects++;
        append(at.toEpochMilli(), bytes);
        take(key, at.toEpochMilli(), at.toEpochMilli());
    }

    void add(SeriesTally other) {
        objects += other.objects;
        for (int i = 0; i < other.used; i++) {
            append(other.times[i], other.sizes[i]);
        }
        take(other.newestKey, other.oldest, other.newest);
    }

    BackupSeries toSeries(String name, String customer) {
        return new BackupSeries(name, customer, Instant.ofEpochMilli(oldest), runs(entries()), objects, newestKey);
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

    Instant newestAt() {
        return Instant.ofEpochMilli(newest);
    }

    private void append(long at, long bytes) {
        if (used == MOST_OBJECTS) {
            List<BackupRun> runs = runs(entries());
            used = 0;
            runs.forEach(run -> append(run.at().toEpochMilli(), run.bytes()));
        }
        if (used == times.length) {
            times = Arrays.copyOf(times, Math.min(MOST_OBJECTS, used * 3 / 2 + 1));
            sizes = Arrays.copyOf(sizes, times.length);
        }
        times[used] = at;
        sizes[used++] = bytes;
    }

    private void take(String key, long from, long to) {
        oldest = Math.min(oldest, from);
        if (to > newest || (to == newest && key.compareTo(newestKey) > 0)) {
            newest = to;
            newestKey = key;
        }
    }

    private List<BackupRun> entries() {
        List<BackupRun> entries = new ArrayList<>(used);
        for (int i = 0; i < used; i++) {
            entries.add(new BackupRun(Instant.ofEpochMilli(times[i]), sizes[i]));
        }
        return entries;
    }
}
