package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupSeries;

/** Sorts the objects of a listing, of any length and in any order, into series. Not thread-safe. */
public final class SeriesCollector {
    private static final Duration COPIED_LATER = Duration.ofHours(36);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(5);
    private static final int ENOUGH_WORDS = 3;
    /** More names than this in one folder per run are the files of one backup. */
    private static final int MOST_FILES = 50;

    /** Folder markers, and files with checksums. */
    private static final Pattern MARKER = Pattern.compile("(?i)(?:|\\.(?:keep|gitkeep|bzempty|ds_store"
            + "|emptyfolderplaceholder|placeholder|s3keep|nomedia|folder|empty)|desktop\\.ini|thumbs\\.db"
            + "|(?:md5|sha\\d*)sums?(?:\\.txt)?)");
    /** The endings of sidecars of another object, and of unfinished files. */
    private static final Set<String> SIDECARS = Set.of(("part tmp partial md5 sha1 sha224 sha256 sha384 sha512 b2 b3"
                    + " crc32 md5sum md5sums sha256sum sha256sums sfv sig asc minisig par2 lock")
            .split(" "));

    private final SeriesNames names;
    private final Instant now;
    private final Map<SeriesName, SeriesTally> tallies = new HashMap<>();

    /** Starts with no object. */
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
        tallies.computeIfAbsent(names.of(path, object.lastModified()), any -> new SeriesTally())
                .add(object.key(), writtenAt(path, object), object.bytes());
    }

    private static boolean isNoBackup(String file) {
        int dot = file.lastIndexOf('.');
        return (dot >= 0 && SIDECARS.contains(file.substring(dot + 1).toLowerCase(Locale.ROOT)))
                || file.toLowerCase(Locale.ROOT).endsWith("_$folder$")
                || MARKER.matcher(file).matches();
    }

    /** Adds what another collector holds. */
    public void add(SeriesCollector other) {
        other.tallies.forEach((name, tally) ->
                tallies.computeIfAbsent(name, any -> new SeriesTally()).add(tally));
    }

    /** The customers so far. */
    public Set<String> customers() {
        return tallies.keySet().stream().map(SeriesName::customer).collect(Collectors.toSet());
    }

    /** The series so far. */
    public List<BackupSeries> series() {
        Map<SeriesName, SeriesTally> merged = merge(tallies, rotations());
        merged = merge(merged, DayNumbers.renamed(merged));
        merged = merge(merged, folders(merged));
        List<BackupSeries> series = new ArrayList<>();
        merged.forEach((name, tally) -> series.add(tally.toSeries(name.series(), name.customer())));
        return series;
    }

    /** The time of the listing, or the end of the day in the key if that is much older: a copied backup is still old. */
    static Instant writtenAt(String path, BackupObject object) {
        return KeyGrammar.date(path, object.lastModified())
                .map(day -> day.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC))
                .filter(end -> end.isBefore(object.lastModified().minus(COPIED_LATER)))
                .orElse(object.lastModified());
    }

    private static Map<SeriesName, SeriesTally> merge(
            Map<SeriesName, SeriesTally> tallies, Map<SeriesName, SeriesName> renamed) {
        if (renamed.isEmpty()) {
            return tallies;
        }
        Map<SeriesName, SeriesTally> merged = new HashMap<>();
        tallies.forEach(
                (name, tally) -> merged.computeIfAbsent(renamed.getOrDefault(name, name), any -> new SeriesTally())
                        .add(tally));
        return merged;
    }

    // Names of weekdays and months are changing parts if at least three different ones occur in the same position.
    private Map<SeriesName, SeriesName> rotations() {
        Map<String, List<SeriesName>> alike = new HashMap<>();
        for (SeriesName name : tallies.keySet()) {
            String template = KeyGrammar.words(name.series()).replaceAll("\u0001");
            if (!template.equals(name.series())) {
                alike.computeIfAbsent(template, any -> new ArrayList<>()).add(name);
            }
        }
        Map<SeriesName, SeriesName> renamed = new HashMap<>();
        for (List<SeriesName> group : alike.values()) {
            List<Set<String>> places = new ArrayList<>();
            group.forEach(name -> addWords(places, name.series()));
            group.forEach(name -> renamed.put(name, replaceWords(places, name)));
        }
        return renamed;
    }

    private static void addWords(List<Set<String>> places, String series) {
        List<MatchResult> words = KeyGrammar.words(series).results().toList();
        for (int i = 0; i < words.size(); i++) {
            if (places.size() == i) {
                places.add(new HashSet<>());
            }
            places.get(i).add(words.get(i).group().toLowerCase(Locale.ROOT));
        }
    }

    private static SeriesName replaceWords(List<Set<String>> places, SeriesName name) {
        int[] place = {0};
        String masked = KeyGrammar.words(name.series())
                .replaceAll(word -> places.get(place[0]++).size() < ENOUGH_WORDS
                        ? Matcher.quoteReplacement(word.group())
                        : KeyGrammar.CHANGING);
        boolean isGuessed = name.customer().equals(SeriesNames.customer(name.series()));
        return new SeriesName(masked, isGuessed ? SeriesNames.customer(masked) : name.customer());
    }

    // A folder for each run with many files in it is one backup: files of it come and go.
    private static Map<SeriesName, SeriesName> folders(Map<SeriesName, SeriesTally> tallies) {
        Map<SeriesName, List<SeriesName>> byFolder = new HashMap<>();
        for (SeriesName name : tallies.keySet()) {
            int folder = name.series().indexOf(KeyGrammar.CHANGING + "/");
            if (folder >= 0) {
                SeriesName whole = new SeriesName(name.series().substring(0, folder) + "#/**", name.customer());
                byFolder.computeIfAbsent(whole, any -> new ArrayList<>()).add(name);
            }
        }
        Map<SeriesName, SeriesName> renamed = new HashMap<>();
        byFolder.forEach((whole, files) -> {
            if (files.size() > MOST_FILES) {
                files.forEach(file -> renamed.put(file, whole));
            }
        });
        return renamed;
    }
}
