package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupSeries.BackupRun;

/** Sorts the objects of a listing, of any length and in any order, into series. Not thread-safe. */
public final class SeriesCollector {
    /** Objects so close to each other belong to one run. */
    static final Duration ONE_RUN = Duration.ofHours(6);

    private static final Duration COPIED_LATER = Duration.ofHours(36);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    private static final Pattern NO_BACKUP = MaskedKey.pattern("%s", "ignored");

    private final SeriesNames names;
    private final Instant now;
    private final Map<String, SeriesName> guessed = new HashMap<>();
    private final Map<SeriesName, Tally> tallies = new HashMap<>();

    public SeriesCollector(SeriesNames names, Instant now) {
        this.names = names;
        this.now = now;
    }

    /**
     * Adds an object of the listing.
     *
     * @param path its key without the prefix
     */
    public void add(String path, BackupObject object) {
        if (NO_BACKUP.matcher(path.substring(path.lastIndexOf('/') + 1)).matches()
                || object.lastModified().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return;
        }
        MaskedKey key = new MaskedKey(path, object.lastModified());
        SeriesName name =
                names.byPattern(path).orElseGet(() -> guessed.computeIfAbsent(key.text(), SeriesName::guessed));
        Instant at = writtenAt(key, object.lastModified());
        tallies.computeIfAbsent(name, any -> new Tally())
                .add(List.of(new BackupRun(at, object.bytes())), 1, at, at, object.key());
    }

    public List<BackupSeries> series() {
        return SeriesMerger.merge(tallies).entrySet().stream()
                .map(each -> each.getValue().toSeries(each.getKey()))
                .toList();
    }

    // The time of the listing, or the end of the day in the key if that is much older: a copied backup is still old.
    private static Instant writtenAt(MaskedKey key, Instant listed) {
        return key.date()
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .filter(end -> end.isBefore(listed.minus(COPIED_LATER)))
                .orElse(listed);
    }

    /** The runs, newest first, that single objects or shorter runs belong to. */
    static List<BackupRun> runs(List<BackupRun> entries) {
        List<BackupRun> sorted = new ArrayList<>(entries);
        sorted.sort(Comparator.comparing(BackupRun::at).reversed());
        List<BackupRun> runs = new ArrayList<>();
        for (BackupRun next : sorted) {
            BackupRun last = runs.isEmpty() ? null : runs.get(runs.size() - 1);
            if (last != null && !next.at().isBefore(last.at().minus(ONE_RUN))) {
                runs.set(runs.size() - 1, new BackupRun(last.at(), Math.max(last.bytes(), next.bytes())));
            } else if (runs.size() < Tally.RUNS) {
                runs.add(next);
            }
        }
        return runs;
    }

    /**
     * One object under the backup prefix, as the listing shows it.
     *
     * @param lastModified by the storage's clock; a copy of an old backup carries the time of the copy
     */
    public record BackupObject(String key, Instant lastModified, long bytes) {}

    /** The objects of one series, kept small: only times and sizes, and for old objects only one entry per run. */
    static final class Tally {
        /** Enough for the cadence of a monthly job. */
        private static final int RUNS = 40;

        private static final int MOST_ENTRIES = 400;

        private List<BackupRun> entries = new ArrayList<>(2);
        private long objects;
        private Instant oldest = Instant.MAX;
        private Instant newest = Instant.MIN;
        private String newestKey = "";

        void add(Tally other) {
            add(other.entries, other.objects, other.oldest, other.newest, other.newestKey);
        }

        private void add(List<BackupRun> more, long count, Instant from, Instant to, String key) {
            entries.addAll(more);
            if (entries.size() > MOST_ENTRIES) {
                entries = runs(entries);
            }
            objects += count;
            oldest = from.isBefore(oldest) ? from : oldest;
            if (to.isAfter(newest) || (to.equals(newest) && key.compareTo(newestKey) > 0)) {
                newest = to;
                newestKey = key;
            }
        }

        Instant newestAt() {
            return newest;
        }

        private BackupSeries toSeries(SeriesName name) {
            return new BackupSeries(name.series(), name.customer(), oldest, runs(entries), objects, newestKey);
        }
    }
}
