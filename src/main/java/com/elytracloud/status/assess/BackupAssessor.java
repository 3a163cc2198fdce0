package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;

/** Judges whether each tenant has a backup as promised, and what may be said of all of them together. */
public final class BackupAssessor {
    private static final Duration SETTLED_HISTORY = Duration.ofDays(7);
    private static final int ENOUGH_DAYS = 5;
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);

    private BackupAssessor() {}

    /**
     * Judges all tenants.
     *
     * @param found the evidence of each tenant, none, or why the storage could not be read
     * @param now the instant of the run; every age in one run is measured from the same instant
     */
    public static BackupVerdict assess(Reading<List<BackupEvidence>> found, BackupPolicy policy, Instant now) {
        return assess(found, policy, BackupMemory.NONE, now);
    }

    /**
     * Judges all tenants; a new one is given as long as a backup may be old until it must have one.
     *
     * @param before what the runs before remember
     */
    public static BackupVerdict assess(
            Reading<List<BackupEvidence>> found, BackupPolicy policy, BackupMemory before, Instant now) {
        return found.fold(
                tenants -> aggregate(tenants.stream()
                        .map(tenant -> assess(tenant, policy, now))
                        .map(verdict -> gracious(verdict, policy, before, now))
                        .toList()),
                () -> BackupVerdict.unknown("NO_TENANTS"),
                failure -> BackupVerdict.unknown("SOURCE_" + failure.reason()));
    }

    /** Judges one tenant; the first rule that holds decides, and the job's own word where it is worse. */
    public static TenantVerdict assess(BackupEvidence tenant, BackupPolicy policy, Instant now) {
        return JobAssessor.worsen(byListing(tenant, policy, now), policy, now);
    }

    private static TenantVerdict byListing(BackupEvidence tenant, BackupPolicy policy, Instant now) {
        if (!tenant.complete()) {
            return new TenantVerdict(tenant, BackupStatus.UNKNOWN, Reason.LISTING_INCOMPLETE);
        }
        if (tenant.newestValid().isEmpty()) {
            return new TenantVerdict(tenant, BackupStatus.FAILED, Reason.NO_BACKUP);
        }
        Duration age = Duration.between(tenant.newestValid().get(0).takenAt(), now);
        if (age.compareTo(policy.failedAge()) > 0) {
            return new TenantVerdict(tenant, BackupStatus.FAILED, Reason.TOO_OLD);
        }
        Reason doubt = doubt(tenant, age, policy);
        return new TenantVerdict(tenant, doubt == Reason.FRESH ? BackupStatus.SUCCESS : BackupStatus.WARNING, doubt);
    }

    private static TenantVerdict gracious(
            TenantVerdict verdict, BackupPolicy policy, BackupMemory before, Instant now) {
        boolean waits =
                switch (verdict.reason()) {
                    case NO_BACKUP, TOO_OLD, OVERDUE ->
                        before.isNew(verdict.evidence().tenant(), now, policy.maxAge());
                    case LISTING_INCOMPLETE,
                            NEW,
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
                            FRESH -> false;
                };
        return waits ? new TenantVerdict(verdict.evidence(), BackupStatus.UNKNOWN, Reason.NEW) : verdict;
    }

    private static Reason doubt(BackupEvidence tenant, Duration age, BackupPolicy policy) {
        if (age.compareTo(policy.maxAge()) > 0) {
            return Reason.OVERDUE;
        }
        if (!tenant.newestIsValid()) {
            return Reason.NEWEST_INVALID;
        }
        if (hasShrunk(tenant)) {
            return Reason.SHRUNK;
        }
        if (tenant.history().compareTo(SETTLED_HISTORY) >= 0 && tenant.distinctDays() < ENOUGH_DAYS) {
            return Reason.DAYS_MISSING;
        }
        return tenant.stalledUpload().compareTo(LONGEST_UPLOAD) > 0 ? Reason.UPLOAD_STALLED : Reason.FRESH;
    }

    // A dump that lost most of its tables is as fresh as any other.
    private static boolean hasShrunk(BackupEvidence tenant) {
        return tenant.medianBefore().stream()
                .anyMatch(median -> tenant.newestValid().get(0).object().bytes() < median / 2);
    }

    private static BackupVerdict aggregate(List<TenantVerdict> all) {
        List<TenantVerdict> tenants =
                all.stream().filter(tenant -> tenant.reason() != Reason.NEW).toList();
        long failed = count(tenants, BackupStatus.FAILED);
        long warning = count(tenants, BackupStatus.WARNING);
        long unknown = count(tenants, BackupStatus.UNKNOWN);
        if (tenants.isEmpty()) {
            return new BackupVerdict(BackupStatus.UNKNOWN, "NO_TENANTS", all);
        }
        if (2 * unknown >= tenants.size()) {
            return new BackupVerdict(BackupStatus.UNKNOWN, "MANY_UNKNOWN", all);
        }
        if (2 * failed >= tenants.size()) {
            return new BackupVerdict(BackupStatus.FAILED, "MANY_FAILED", all);
        }
        if (failed + warning > 0) {
            return new BackupVerdict(BackupStatus.WARNING, "SOME_NOT_AS_PROMISED", all);
        }
        return unknown > 0
                ? new BackupVerdict(BackupStatus.UNKNOWN, "SOME_UNKNOWN", all)
                : new BackupVerdict(BackupStatus.SUCCESS, "OK", all);
    }

    private static long count(List<TenantVerdict> tenants, BackupStatus status) {
        return tenants.stream().filter(tenant -> tenant.status() == status).count();
    }
}
