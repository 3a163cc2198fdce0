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
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupSeries.BackupRun;
import com.elytracloud.status.domain.TenantVerdict;
import com.elytracloud.status.domain.TenantVerdict.Reason;
import com.elytracloud.status.domain.TenantVerdict.SeriesVerdict;

/** Evaluates one customer: by the worst of its series and its unfinished uploads. */
record TenantAssessor(BackupListing listing, BackupPolicy policy, Instant now) {
    private static final Duration LONGEST_UPLOAD = Duration.ofHours(6);
    private static final Duration BEYOND_ITS_CADENCE = Duration.ofHours(36);
    private static final Comparator<SeriesVerdict> WORST_FIRST = Comparator.comparing(SeriesVerdict::reason)
            .thenComparing(each -> each.series().name());

    TenantVerdict assess(String customer, List<BackupSeries> all) {
        List<SeriesVerdict> series = assess(all).stream().sorted(WORST_FIRST).toList();
        Reason reason = reason(customer, all, series);
        String detail =
                switch (reason) {
                    case LISTING_INCOMPLETE, NO_BACKUP, UPLOAD_STALLED, FRESH -> "";
                    case TOO_SMALL, NEWEST_INVALID, SHRUNK ->
                        series.get(0).series().newestKey();
                    default -> series.get(0).series().name();
                };
        return new TenantVerdict(customer, reason, detail, series);
    }

    private Reason reason(String customer, List<BackupSeries> all, List<SeriesVerdict> worstFirst) {
        if (listing.missing().includes(customer)) {
            return Reason.LISTING_INCOMPLETE;
        }
        // The stored series of a customer are no evidence if not a single object is left.
        if (all.stream().allMatch(each -> each.objects() == 0)) {
            return Reason.NO_BACKUP;
        }
        if (all.stream().allMatch(each -> each.medianBytes() < policy.minBytes())) {
            return Reason.TOO_SMALL;
        }
        Reason worst = worstFirst.get(0).reason();
        Instant upload = listing.stalled().getOrDefault(customer, now);
        return worst == Reason.FRESH && upload.isBefore(now.minus(LONGEST_UPLOAD)) ? Reason.UPLOAD_STALLED : worst;
    }

    /** All objects of at least the smallest size as one series; empty if there is none. */
    static Optional<BackupSeries> together(List<BackupSeries> all, BackupPolicy policy) {
        List<BackupRun> runs = SeriesCollector.runs(all.stream()
                .flatMap(series -> series.runs().stream())
                .filter(run -> run.bytes() >= policy.minBytes())
                .toList());
        if (runs.isEmpty()) {
            return Optional.empty();
        }
        BackupSeries newest = Collections.max(all, Comparator.comparing(BackupSeries::newestAt));
        BackupSeries oldest = Collections.min(all, Comparator.comparing(BackupSeries::since));
        long objects = all.stream().mapToLong(BackupSeries::objects).sum();
        return Optional.of(new BackupSeries(
                KnownSeries.ALL_OBJECTS, newest.customer(), oldest.since(), runs, objects, newest.newestKey()));
    }

    private List<SeriesVerdict> assess(List<BackupSeries> all) {
        SeriesAssessor alone = new SeriesAssessor(policy, now);
        List<BackupSeries> established =
                all.stream().filter(alone::isEstablished).toList();
        List<SeriesVerdict> verdicts = new ArrayList<>();
        all.forEach(series -> verdicts.add(inCompany(alone.assess(series), all, established)));
        List<SeriesVerdict> counting =
                verdicts.stream().filter(SeriesVerdict::counts).toList();
        // Slots and levels that are written in turn: each is slow, but every night one of them is written.
        if (established.size() > 1 && counting.stream().allMatch(each -> each.cadenceDays() > 1)) {
            together(established, policy)
                    .map(alone::assessInTurn)
                    .filter(one -> one.reason() != Reason.FRESH)
                    .ifPresent(verdicts::add);
        }
        // A new customer, a repository, or a job that was renamed a day ago.
        if (verdicts.stream().noneMatch(SeriesVerdict::counts)) {
            together(all, policy).map(alone::assessAsOne).ifPresent(verdicts::add);
        }
        return verdicts;
    }

    // What an old age means depends on the customer's other series.
    private SeriesVerdict inCompany(SeriesVerdict alone, List<BackupSeries> all, List<BackupSeries> established) {
        if (alone.reason() != Reason.OVERDUE && alone.reason() != Reason.TOO_OLD) {
            return alone;
        }
        if (all.stream().anyMatch(other -> replaces(other, alone))) {
            return alone.with(Reason.REPLACED);
        }
        Instant fresh = now.minus(policy.maxAge());
        boolean accompanied = established.stream()
                .anyMatch(other ->
                        !other.equals(alone.series()) && !other.newestAt().isBefore(fresh));
        return alone.reason() == Reason.OVERDUE && accompanied ? alone.with(Reason.FRESH) : alone;
    }

    private static boolean replaces(BackupSeries other, SeriesVerdict old) {
        Instant end = old.series().newestAt();
        Duration soon = Duration.ofDays(old.cadenceDays()).plus(BEYOND_ITS_CADENCE);
        return other.newestAt().isAfter(end)
                && Duration.between(end, other.since()).abs().compareTo(soon) <= 0
                && 2 * other.medianBytes() >= old.series().medianBytes();
    }
}
