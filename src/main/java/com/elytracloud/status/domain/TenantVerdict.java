package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The evaluation of one customer's backups, for the operator: no customer is named or counted in public.
 *
 * @param customer empty if the keys name none
 * @param series worst first
 * @param detail the series or key that decided; empty if none did
 */
public record TenantVerdict(
        String customer, BackupStatus status, Reason reason, String detail, List<SeriesVerdict> series) {
    public TenantVerdict {
        series = List.copyOf(series);
    }

    /** With the status of its reason. */
    public TenantVerdict(String customer, Reason reason, String detail, List<SeriesVerdict> series) {
        this(customer, reason.status, reason, detail, series);
    }

    /** When the newest object of a series that counts was written. */
    public Optional<Instant> newestAt() {
        return series.stream()
                .filter(each -> each.counts() || series.stream().noneMatch(SeriesVerdict::counts))
                .map(each -> each.series().newestAt())
                .max(Comparator.naturalOrder());
    }

    /** How the customer is named to an operator. */
    public String label() {
        return customer.isEmpty() ? "(all)" : customer;
    }

    /**
     * The evaluation of one series.
     *
     * @param cadenceDays days from one run to the next; 0 if the series has too few runs to determine it
     * @param age since the newest run, less days off
     */
    public record SeriesVerdict(BackupSeries series, int cadenceDays, Duration age, Reason reason) {
        /** Whether the customer's verdict depends on it. */
        public boolean counts() {
            return reason != Reason.REPLACED && reason != Reason.TOO_FEW_RUNS;
        }

        public SeriesVerdict with(Reason other) {
            return new SeriesVerdict(series, cadenceDays, age, other);
        }
    }

    /** Which rule decided, first match in this order, and the status it gives. */
    public enum Reason {
        LISTING_INCOMPLETE(BackupStatus.UNKNOWN),
        NO_BACKUP(BackupStatus.FAILED),
        /** Every object is smaller than a backup can be. */
        TOO_SMALL(BackupStatus.FAILED),
        TOO_OLD(BackupStatus.FAILED),
        OVERDUE(BackupStatus.WARNING),
        NEWEST_INVALID(BackupStatus.WARNING),
        SHRUNK(BackupStatus.WARNING),
        DAYS_MISSING(BackupStatus.WARNING),
        UPLOAD_STALLED(BackupStatus.WARNING),
        /** The backup job reports a failure. */
        JOB_FAILED(BackupStatus.FAILED),
        /** The job has not ended for longer than a backup may be old; a warning while that is not much longer. */
        JOB_OVERDUE(BackupStatus.FAILED),
        JOB_WARNED(BackupStatus.WARNING),
        /** The job left no result. */
        JOB_MISSING(BackupStatus.WARNING),
        /** The job's result cannot be understood. */
        JOB_UNCLEAR(BackupStatus.WARNING),
        /** The job's result could not be read. */
        JOB_UNKNOWN(BackupStatus.UNKNOWN),
        FRESH(BackupStatus.SUCCESS),
        /** Another series goes on in its place; it does not count. */
        REPLACED(BackupStatus.UNKNOWN),
        /** Too few runs to have a rhythm; it does not count. */
        TOO_FEW_RUNS(BackupStatus.UNKNOWN);

        private final BackupStatus status;

        Reason(BackupStatus status) {
            this.status = status;
        }

        public BackupStatus status() {
            return status;
        }
    }
}
