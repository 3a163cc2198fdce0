package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupListing.JobResult;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;

/** Evaluates the backups of every customer, and all of them together. */
public final class BackupAssessor {
    private static final Comparator<TenantVerdict> WORST_FIRST =
            Comparator.comparing(TenantVerdict::status).reversed().thenComparing(TenantVerdict::customer);

    private BackupAssessor() {}

    /**
     * Evaluates all customers.
     *
     * @param found the listing, nothing where no bucket is configured, or why the bucket could not be read
     * @param now the instant of the run; every age in one run is measured from the same instant
     */
    public static BackupVerdict assess(
            Reading<BackupListing> found, BackupPolicy policy, BackupState before, Instant now) {
        return found.fold(
                listing -> aggregate(
                        tenants(listing, policy, before, now), listing.missing().isNothing()),
                () -> BackupVerdict.unknown("NO_TENANTS"),
                failure -> BackupVerdict.unknown("SOURCE_" + failure.reason()));
    }

    private static List<TenantVerdict> tenants(
            BackupListing listing, BackupPolicy policy, BackupState before, Instant now) {
        Map<String, List<BackupSeries>> customers = new TreeMap<>();
        Stream.of(listing.required(), listing.missing().customers())
                .forEach(names -> names.forEach(name -> customers.put(name, new ArrayList<>())));
        KnownSeries.merge(listing, before, policy, now).forEach(series -> customers
                .computeIfAbsent(series.customer(), any -> new ArrayList<>())
                .add(series));
        TenantAssessor assessor = new TenantAssessor(listing, policy, now);
        return customers.entrySet().stream()
                .map(each -> assessor.assess(each.getKey(), each.getValue()))
                .map(each -> worsened(each, listing.jobs().get(each.customer()), policy, now))
                .sorted(WORST_FIRST)
                .toList();
    }

    private static BackupVerdict aggregate(List<TenantVerdict> tenants, boolean complete) {
        long failed = count(tenants, BackupStatus.FAILED);
        long warning = count(tenants, BackupStatus.WARNING);
        long unknown = count(tenants, BackupStatus.UNKNOWN);
        if (tenants.isEmpty()) {
            return BackupVerdict.unknown(complete ? "NO_TENANTS" : "LISTING_INCOMPLETE");
        }
        if (2 * unknown >= tenants.size()) {
            return new BackupVerdict(BackupStatus.UNKNOWN, "MANY_UNKNOWN", tenants);
        }
        if (2 * failed >= tenants.size()) {
            return new BackupVerdict(BackupStatus.FAILED, "MANY_FAILED", tenants);
        }
        if (failed + warning > 0) {
            return new BackupVerdict(BackupStatus.WARNING, "SOME_NOT_AS_PROMISED", tenants);
        }
        return unknown > 0 || !complete
                ? new BackupVerdict(BackupStatus.UNKNOWN, "SOME_UNKNOWN", tenants)
                : new BackupVerdict(BackupStatus.SUCCESS, "OK", tenants);
    }

    private static long count(List<TenantVerdict> tenants, BackupStatus status) {
        return tenants.stream().filter(tenant -> tenant.status() == status).count();
    }

    /**
     * The same verdict, or the backup job's own where that is worse; an incomplete listing stays unknown.
     *
     * @param job null if the operator names no result
     */
    static TenantVerdict worsened(TenantVerdict verdict, JobResult job, BackupPolicy policy, Instant now) {
        if (job == null || verdict.reason() == Reason.LISTING_INCOMPLETE) {
            return verdict;
        }
        BackupStatus byAge = BackupStatus.SUCCESS;
        if (job.reason() == Reason.FRESH || job.reason() == Reason.JOB_WARNED) {
            boolean isOverdue = job.finishedAt().isBefore(now.minus(policy.maxAge()));
            boolean isTooOld = job.finishedAt().isBefore(now.minus(policy.failedAge()));
            byAge = isTooOld ? BackupStatus.FAILED : isOverdue ? BackupStatus.WARNING : BackupStatus.SUCCESS;
        }
        return worse(worse(verdict, byAge, Reason.JOB_OVERDUE), job.reason().status(), job.reason());
    }

    private static TenantVerdict worse(TenantVerdict verdict, BackupStatus status, Reason reason) {
        return status.compareTo(verdict.status()) > 0
                ? new TenantVerdict(verdict.customer(), status, reason, "", verdict.series())
                : verdict;
    }
}
