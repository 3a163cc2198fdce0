package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupSeries.BackupRun;
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
        Map<List<String>, BackupSeries> series = new LinkedHashMap<>();
        listing.series().forEach(each -> series.put(id(each), each));
        Instant forgotten = now.minus(policy.forgetAfter());
        List<BackupSeries> known = before.source().equals(listing.source()) ? before.series() : List.of();
        for (BackupSeries each : known) {
            boolean isGone = each.newestAt().isBefore(forgotten)
                    || listing.series().stream().anyMatch(listed -> replaces(listed, each));
            if (series.containsKey(id(each)) || !isGone) {
                series.merge(id(each), each, KnownSeries::merge);
            }
        }
        return List.copyOf(series.values());
    }

    static BackupState next(BackupListing listing, BackupState before, BackupPolicy policy, Instant now) {
        SeriesAssessor assessor = new SeriesAssessor(policy, now);
        return new BackupState(
                listing.source(),
                merge(listing, before, policy, now).stream()
                        .collect(Collectors.groupingBy(BackupSeries::customer))
                        .values()
                        .stream()
                        .flatMap(all -> worthKeeping(all, assessor))
                        .sorted(Comparator.comparing(BackupSeries::newestAt)
                                .reversed()
                                .thenComparing(BackupSeries::name))
                        .limit(BackupState.KEPT)
                        .map(each -> with(
                                each,
                                each.since(),
                                each.runs().stream()
                                        .limit(BackupState.RUNS_KEPT)
                                        .toList(),
                                0))
                        .toList());
    }

    private static Stream<BackupSeries> worthKeeping(List<BackupSeries> all, SeriesAssessor assessor) {
        boolean hasRhythm = all.stream().anyMatch(assessor::isEstablished);
        return Stream.concat(
                all.stream()
                        .filter(each -> assessor.isEstablished(each)
                                || ARCHIVE.matcher(each.name()).matches()),
                hasRhythm ? Stream.empty() : TenantAssessor.together(all, assessor.policy()).stream());
    }

    private static boolean replaces(BackupSeries listed, BackupSeries known) {
        return (known.name().equals(ALL_OBJECTS) && known.customer().equals(listed.customer()))
                || SeriesMerger.includes(listed, known);
    }

    private static BackupSeries merge(BackupSeries listed, BackupSeries known) {
        // A newest backup that was deleted is no evidence any more, nor is one that was overwritten.
        Stream<BackupRun> earlier = known.runs().stream()
                .filter(run -> !run.at().isAfter(listed.newestAt()))
                .filter(run -> listed.runs().stream().noneMatch(now -> isOneRun(now, run)));
        return with(
                listed,
                known.since().isBefore(listed.since()) ? known.since() : listed.since(),
                SeriesCollector.runs(
                        Stream.concat(listed.runs().stream(), earlier).toList()),
                listed.objects());
    }

    private static boolean isOneRun(BackupRun one, BackupRun other) {
        return Duration.between(one.at(), other.at()).abs().compareTo(SeriesCollector.ONE_RUN) <= 0;
    }

    private static BackupSeries with(BackupSeries series, Instant since, List<BackupRun> runs, long objects) {
        return new BackupSeries(series.name(), series.customer(), since, runs, objects, series.newestKey());
    }

    private static List<String> id(BackupSeries series) {
        return List.of(series.customer(), series.name());
    }
}
