package com.elytracloud.status.domain;

import java.time.Duration;
import java.util.Objects;

import com.elytracloud.status.domain.TenantVerdict.Reason;

/**
 * The evaluation of one series, for the operator.
 *
 * @param cadenceDays days from one run to the next; 0 if the series has too few runs to determine it
 * @param age since the newest run, less days off
 * @param status unknown if the series was not evaluated
 */
public record SeriesVerdict(BackupSeries series, int cadenceDays, Duration age, BackupStatus status, Reason reason) {
    public SeriesVerdict {
        Objects.requireNonNull(series, "series");
        Objects.requireNonNull(age, "age");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }

    /** Whether the customer's verdict depends on it. */
    public boolean counts() {
        return switch (reason) {
            case REPLACED, TOO_FEW_RUNS -> false;
            case LISTING_INCOMPLETE,
                    NO_BACKUP,
                    TOO_SMALL,
                    TOO_OLD,
                    OVERDUE,
                    NEWEST_INVALID,
                    SHRUNK,
                    DAYS_MISSING,
                    UPLOAD_STALLED,
                    JOB_FAILED,
                    JOB_OVERDUE,
                    JOB_WARNED,
                    JOB_MISSING,
                    JOB_UNCLEAR,
                    JOB_UNKNOWN,
                    FRESH -> true;
        };
    }
}
