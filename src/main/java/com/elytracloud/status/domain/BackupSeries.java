package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.List;

/**
 * What one job writes again and again.
 *
 * @param name the object key with every changing part replaced by {@code #}; never published
 * @param customer whose backups they are; empty if the keys do not say; never published
 * @param since when its first known object was written
 * @param runs newest first, at least one
 * @param objects how many objects were listed; 0 if the listing no longer shows the series
 * @param newestKey the key of the newest object
 */
public record BackupSeries(
        String name, String customer, Instant since, List<BackupRun> runs, long objects, String newestKey) {
    public BackupSeries {
        runs = List.copyOf(runs);
        if (runs.isEmpty()) {
            throw new IllegalArgumentException("a series has at least one run");
        }
    }

    public BackupRun newest() {
        return runs.get(0);
    }

    public Instant newestAt() {
        return newest().at();
    }

    /** The lower median size of the runs. */
    public long medianBytes() {
        return runs.stream()
                .map(BackupRun::bytes)
                .sorted()
                .skip((runs.size() - 1) / 2)
                .findFirst()
                .orElseThrow();
    }

    /**
     * The objects that one backup job wrote within a few hours.
     *
     * @param bytes the size of the largest
     */
    public record BackupRun(Instant at, long bytes) {}
}
