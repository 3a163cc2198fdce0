package com.elytracloud.status.domain;

import java.time.Duration;

import com.elytracloud.status.domain.TenantVerdict.Reason;

/**
 * The evaluation of one series, for the operator.
 *
 * @param cadenceDays days from one run to the next; 0 if the series has too few runs to determine it
 * @param age since the newest run, less days off
 */
public record SeriesVerdict(BackupSeries series, int cadenceDays, Duration age, Reason reason) {
    /** Unknown if the series was not evaluated. */
    public BackupStatus status() {
        return reason.status();
    }

    /** Whether the customer's verdict depends on it. */
    public boolean counts() {
        return reason != Reason.REPLACED && reason != Reason.TOO_FEW_RUNS;
    }
}
