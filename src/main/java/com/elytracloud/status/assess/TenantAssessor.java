package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupRun;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.SeriesVerdict;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;

/** Evaluates one customer: by the worst of its series and its unfinished uploads. */
final class TenantAssessor {
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);
    private static final Duration BEYOND_ITS_CADENCE = Duration.ofHours(36);
    private static final Comparator<SeriesVerdict> WORST_FIRST = Comparator.comparing(
                    (SeriesVerdict each) -> !each.counts())
            .thenComparing(each -> -BackupAssessor.rank(each.status()))
            .thenComparing(SeriesVerdict::reason)
            .thenComparing(each -> each.series().name());

    private TenantAssessor() {}

    static TenantVerdict assess(
            String customer, List<BackupSeries> all, BackupListing listing, BackupPolicy policy, Instant now) {
        List<SeriesVerdict> series =
                assess(all, policy, now).stream().sorted(WORST_FIRST).toList();
        TenantVerdict verdict = bySeries(customer, all, series, listing, policy);
        if (verdict.status() == BackupStatus.SUCCESS
                && isStalled(listing.stalled().get(customer), now)) {
            return new TenantVerdict(customer, Reason.UPLOAD_STALLED, "", series);
        }
        return verdict;
    }

    /** All objects of at least the smallest size as one series; empty if there is none. */
    static Optional<BackupSeries> together(List<BackupSeries> all, BackupPolicy policy) {
        List<BackupRun> runs = SeriesTally.runs(all.stream()
                .flatMap(series -> series.runs().stream())
                .filter(run -> run.bytes() >= policy.minBytes())
                .toList());
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        BackupSeries newest = Collections.max(
                all, Comparator.comparing(series -> series.newest().at()));
        Instant since =
                Collections.min(all, Comparator.comparing(BackupSeries::since)).since();
        long objects = all.stream().mapToLong(BackupSeries::objects).sum();
        return Optional.of(
                new BackupSeries(KnownSeries.ALL_OBJECTS, newest.customer(), since, runs, objects, newest.newestKey()));
    }

    private static TenantVerdict bySeries(
            String customer,
            List<BackupSeries> all,
            List<SeriesVerdict> series,
            BackupListing listing,
            BackupPolicy policy) {
        if (listing.missing().includes(customer)) {
            return new TenantVerdict(customer, Reason.LISTING_INCOMPLETE, "", series);
        }
        // The stored series of a customer are no evidence if not a single object is left.
        if (all.stream().allMatch(each -> each.objects() == 0)) {
            return new TenantVerdict(customer, Reason.NO_BACKUP, "", series);
        }
        if (all.stream().allMatch(each -> SeriesAssessor.medianBytes(each) < policy.minBytes())) {
            return new TenantVerdict(customer, Reason.TOO_SMALL, all.get(0).newestKey(), series);
        }
        return series.stream()
                .filter(SeriesVerdict::counts)
                .findFirst()
                .map(worst -> new TenantVerdict(customer, worst.reason(), detail(worst), series))
                .orElseGet(() -> new TenantVerdict(customer, Reason.NO_BACKUP, "", series));
    }

    private static String detail(SeriesVerdict worst) {
        if (worst.reason() == Reason.FRESH) {
            return "";
        }
        boolean isAboutNewest = worst.reason() == Reason.NEWEST_INVALID || worst.reason() == Reason.SHRUNK;
        return isAboutNewest ? worst.series().newestKey() : worst.series().name();
    }

    private static List<SeriesVerdict> assess(List<BackupSeries> all, BackupPolicy policy, Instant now) {
        List<BackupSeries> established = all.stream()
                .filter(each -> SeriesAssessor.isEstablished(each, policy))
                .toList();
        List<SeriesVerdict> verdicts = new ArrayList<>();
        for (BackupSeries series : all) {
            verdicts.add(
                    established.contains(series)
                            ? inCompany(SeriesAssessor.assess(series, policy, now), all, established, policy, now)
                            : new SeriesVerdict(
                                    series, 0, Duration.between(series.newest().at(), now), Reason.TOO_FEW_RUNS));
        }
        // Slots and levels that are written in turn: each is slow, but every night one of them is written.
        if (established.size() > 1
                && verdicts.stream().filter(SeriesVerdict::counts).allMatch(each -> each.cadenceDays() > 1)) {
            together(established, policy)
                    .map(one -> SeriesAssessor.assessInTurn(one, policy, now))
                    .filter(one -> one.status() != BackupStatus.SUCCESS)
                    .ifPresent(verdicts::add);
        }
        // A new customer, a repository, or a job that was renamed a day ago.
        if (verdicts.stream().noneMatch(SeriesVerdict::counts)) {
            together(all, policy).ifPresent(one -> verdicts.add(SeriesAssessor.assessAsOne(one, policy, now)));
        }
        return verdicts;
    }

    // What an old age means depends on the customer's other series.
    private static SeriesVerdict inCompany(
            SeriesVerdict alone,
            List<BackupSeries> all,
            List<BackupSeries> established,
            BackupPolicy policy,
            Instant now) {
        if (alone.reason() != Reason.OVERDUE && alone.reason() != Reason.TOO_OLD) {
            return alone;
        }
        if (all.stream().anyMatch(other -> replaces(other, alone))) {
            return with(alone, Reason.REPLACED);
        }
        Instant fresh = now.minus(policy.maxAge());
        boolean accompanied = established.stream()
                .anyMatch(other ->
                        !other.equals(alone.series()) && !other.newest().at().isBefore(fresh));
        return alone.reason() == Reason.OVERDUE && accompanied ? with(alone, Reason.FRESH) : alone;
    }

    private static SeriesVerdict with(SeriesVerdict verdict, Reason reason) {
        return new SeriesVerdict(verdict.series(), verdict.cadenceDays(), verdict.age(), reason);
    }

    private static boolean replaces(BackupSeries other, SeriesVerdict old) {
        Instant end = old.series().newest().at();
        Duration soon = Duration.ofDays(old.cadenceDays()).plus(BEYOND_ITS_CADENCE);
        return other.newest().at().isAfter(end)
                && Duration.between(end, other.since()).abs().compareTo(soon) <= 0
                && 2 * SeriesAssessor.medianBytes(other) >= SeriesAssessor.medianBytes(old.series());
    }

    private static boolean isStalled(Instant begun, Instant now) {
        return begun != null && Duration.between(begun, now).compareTo(LONGEST_UPLOAD) > 0;
    }
}
