package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupSeries;

/** Sorts the objects of a listing, of any length and in any order, into series. Not thread-safe. */
public final class SeriesCollector {
    private static final Duration COPIED_LATER = Duration.ofHours(36);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);

    /** Folder markers, and files with checksums. */
    private static final Pattern MARKER = Pattern.compile("(?i)(?:|\\.(?:keep|gitkeep|bzempty|ds_store"
            + "|emptyfolderplaceholder|placeholder|s3keep|nomedia|folder|empty)|desktop\\.ini|thumbs\\.db"
            + "|(?:md5|sha\\d*)sums?(?:\\.txt)?)");
    /** The endings of sidecars of another object, and of unfinished files. */
    private static final Set<String> SIDECARS = Set.of(("part tmp partial md5 sha1 sha224 sha256 sha384 sha512 b2 b3"
                    + " crc32 md5sum md5sums sha256sum sha256sums sfv sig asc minisig par2 lock")
            .split(" ", -1));

    private final SeriesNames names;
    private final Instant now;
    private final Map<String, SeriesName> guessed = new HashMap<>();
    private final Map<SeriesName, SeriesTally> tallies = new HashMap<>();

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
        if (isNoBackup(path.substring(path.lastIndexOf('/') + 1))
                || object.lastModified().isAfter(now.plus(CLOCK_TOLERANCE))) {
            return;
        }
        MaskedKey key = new MaskedKey(path, object.lastModified());
        SeriesName name =
                names.byPattern(path).orElseGet(() -> guessed.computeIfAbsent(key.text(), SeriesNames::guessed));
        tallies.computeIfAbsent(name, any -> new SeriesTally())
                .add(object.key(), writtenAt(key, object.lastModified()), object.bytes());
    }

    private static boolean isNoBackup(String file) {
        int dot = file.lastIndexOf('.');
        return (dot >= 0 && SIDECARS.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT)))
                || file.toLowerCase(Locale.ROOT).endsWith("_$folder$")
                || MARKER.matcher(file).matches();
    }

    public void add(SeriesCollector other) {
        other.tallies.forEach((name, tally) ->
                tallies.computeIfAbsent(name, any -> new SeriesTally()).add(tally));
    }

    public Set<String> customers() {
        return tallies.keySet().stream().map(SeriesName::customer).collect(Collectors.toSet());
    }

    public List<BackupSeries> series() {
        return SeriesMerger.merge(tallies).entrySet().stream()
                .map(each -> each.getValue()
                        .toSeries(each.getKey().series(), each.getKey().customer()))
                .toList();
    }

    // The time of the listing, or the end of the day in the key if that is much older: a copied backup is still old.
    private static Instant writtenAt(MaskedKey key, Instant listed) {
        return key.date()
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .filter(end -> end.isBefore(listed.minus(COPIED_LATER)))
                .orElse(listed);
    }
}
