package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupRun;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupState;

/**
 * The series of this listing and of those before it: a series that was listed yesterday and is missing today is kept.
 */
final class KnownSeries {
    /** Names all objects of a customer that has no series with a rhythm. */
    static final String ALL_OBJECTS = "(all objects)";

    /** A file with a fixed name is tracked if it may be an archive that is overwritten night after night. */
    private static final Pattern ARCHIVE =
            Pattern.compile("(?i).*\\.(?:7z|age|bz2|dump|gpg|gz|sql|tar|tgz|txz|xz|zip|zst)");

    private KnownSeries() {}

    /** The listed series with what is known of their past, and those that the listing no longer shows. */
    static List<BackupSeries> merge(BackupListing listing, BackupState before, BackupPolicy policy, Instant now) {
        Map<String, BackupSeries> series = new LinkedHashMap<>();
        listing.series().forEach(each -> series.put(id(each), each));
        Set<String> listed =
                listing.series().stream().map(BackupSeries::customer).collect(Collectors.toSet());
        Instant forgotten = now.minus(policy.forgetAfter());
        for (BackupSeries known : before.of(listing.source())) {
            boolean isTogether = known.name().equals(ALL_OBJECTS) && listed.contains(known.customer());
            if (series.containsKey(id(known))) {
                series.merge(id(known), known, KnownSeries::merge);
            } else if (!isTogether
                    && !known.newest().at().isBefore(forgotten)
                    && listing.series().stream().noneMatch(each -> SeriesMerger.includes(each, known))) {
                series.put(id(known), known);
            }
        }
        return List.copyOf(series.values());
    }

    static BackupState next(BackupListing listing, BackupState before, BackupPolicy policy, Instant now) {
        Map<String, List<BackupSeries>> customers =
                merge(listing, before, policy, now).stream().collect(Collectors.groupingBy(BackupSeries::customer));
        List<BackupSeries> kept = customers.values().stream()
                .flatMap(all -> worthKeeping(all, policy))
                .sorted(Comparator.comparing(
                                (BackupSeries each) -> each.newest().at())
                        .reversed()
                        .thenComparing(BackupSeries::name))
                .limit(BackupState.KEPT)
                .map(KnownSeries::shortened)
                .toList();
        return new BackupState(listing.source(), kept);
    }

    private static Stream<BackupSeries> worthKeeping(List<BackupSeries> all, BackupPolicy policy) {
        boolean hasRhythm = all.stream().anyMatch(each -> SeriesAssessor.isEstablished(each, policy));
        Stream<BackupSeries> kept = all.stream()
                .filter(each -> SeriesAssessor.isEstablished(each, policy)
                        || ARCHIVE.matcher(each.name()).matches());
        return hasRhythm ? kept : Stream.concat(kept, TenantAssessor.together(all, policy).stream());
    }

    private static BackupSeries merge(BackupSeries listed, BackupSeries known) {
        List<BackupRun> runs = new ArrayList<>(listed.runs());
        // A newest backup that was deleted is no evidence any more, nor is one that was overwritten.
        known.runs().stream()
                .filter(run -> !run.at().isAfter(listed.newest().at()))
                .filter(run -> listed.runs().stream().noneMatch(now -> isOneRun(now, run)))
                .forEach(runs::add);
        return new BackupSeries(
                listed.name(),
                listed.customer(),
                known.since().isBefore(listed.since()) ? known.since() : listed.since(),
                SeriesTally.runs(runs),
                listed.objects(),
                listed.newestKey());
    }

    private static boolean isOneRun(BackupRun one, BackupRun other) {
        return Duration.between(one.at(), other.at()).abs().compareTo(SeriesTally.ONE_RUN) <= 0;
    }

    private static BackupSeries shortened(BackupSeries series) {
        return new BackupSeries(
                series.name(),
                series.customer(),
                series.since(),
                series.runs().stream().limit(BackupState.RUNS_KEPT).toList(),
                0,
                series.newestKey());
    }

    private static String id(BackupSeries series) {
        return series.customer() + "\n" + series.name();
    }
}
