package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;

/** The judgement of one tenant's backups, for the operator: no tenant is named or counted in public. */
public record TenantVerdict(BackupEvidence evidence, BackupStatus status, Reason reason) {
    public TenantVerdict {
        Objects.requireNonNull(evidence, "evidence");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }

    /** When the newest usable backup was taken, if there is one. */
    public Optional<Instant> newestAt() {
        return evidence.newestValid().stream().findFirst().map(DatedBackup::takenAt);
    }

    /** Which rule decided, first match in this order. */
    public enum Reason {
        LISTING_INCOMPLETE,
        /** A new tenant has no backup yet, and time until it should: it does not count. */
        NEW,
        NO_BACKUP,
        TOO_OLD,
        OVERDUE,
        NEWEST_INVALID,
        SHRUNK,
        DAYS_MISSING,
        UPLOAD_STALLED,
        /** The backup job says so itself, though the listing looks well. */
        JOB_FAILED,
        /** The job has not ended for longer than a backup may be old. */
        JOB_OVERDUE,
        JOB_WARNED,
        /** The job left no result. */
        JOB_MISSING,
        /** What the job left cannot be understood. */
        JOB_UNCLEAR,
        /** The job's result could not be read. */
        JOB_UNKNOWN,
        FRESH
    }
}
