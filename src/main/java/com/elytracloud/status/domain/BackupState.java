package com.elytracloud.status.domain;

import java.util.List;

/**
 * The backup series that earlier runs saw; never published.
 *
 * @param source a fingerprint of bucket, prefix, pattern and naming rules: series of another source do not count
 * @param series at most {@link #KEPT}, each with at most {@link #RUNS_KEPT} runs
 */
public record BackupState(String source, List<BackupSeries> series) {
    /** Before the first run, or after a lost state. */
    public static final BackupState NONE = new BackupState("", List.of());

    /** How many runs of a series are kept: three weeks of nights. */
    public static final int RUNS_KEPT = 22;

    public static final int KEPT = 5_000;

    public BackupState {
        series = List.copyOf(series);
    }
}
