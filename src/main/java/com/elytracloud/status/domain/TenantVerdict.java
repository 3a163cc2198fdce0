package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
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
        Objects.requireNonNull(customer, "customer");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
        Objects.requireNonNull(detail, "detail");
        series = List.copyOf(series);
    }

    /** When the newest object of a series that counts was written. */
    public Optional<Instant> newestAt() {
        return series.stream()
                .filter(each -> each.counts() || series.stream().noneMatch(SeriesVerdict::counts))
                .map(each -> each.series().newest().at())
                .max(Comparator.naturalOrder());
    }

    /** How the customer is named to an operator. */
    public String label() {
        return customer.isEmpty() ? "(all)" : customer;
    }

    /** Which rule decided, first match in this order. */
    public enum Reason {
        LISTING_INCOMPLETE,
        NO_BACKUP,
        /** Every object is smaller than a backup can be. */
        TOO_SMALL,
        TOO_OLD,
        OVERDUE,
        NEWEST_INVALID,
        SHRUNK,
        DAYS_MISSING,
        UPLOAD_STALLED,
        /** The backup job reports a failure. */
        JOB_FAILED,
        /** The job has not ended for longer than a backup may be old. */
        JOB_OVERDUE,
        JOB_WARNED,
        /** The job left no result. */
        JOB_MISSING,
        /** The job's result cannot be understood. */
        JOB_UNCLEAR,
        /** The job's result could not be read. */
        JOB_UNKNOWN,
        /** Another series goes on in its place; it does not count. */
        REPLACED,
        /** Too few runs to have a rhythm; it does not count. */
        TOO_FEW_RUNS,
        FRESH
    }
}
