package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.domain.BackupSeries;

/** Merges series that only together are what one job writes: the changing part shows in their number. */
final class SeriesMerger {
    private static final int ENOUGH_WORDS = 3;
    private static final int ENOUGH_DAYS = 5;
    /** As many names in one folder per run are the files of one backup: they come and go. */
    private static final int ENOUGH_FILES = 51;

    private static final Pattern DAY = Pattern.compile("(?<![0-9A-Za-z])(0?[1-9]|[12]\\d|3[01])(?![0-9A-Za-z])");

    private SeriesMerger() {}

    static Map<SeriesName, SeriesTally> merge(Map<SeriesName, SeriesTally> tallies) {
        Map<SeriesName, SeriesTally> merged = renamed(tallies, words(tallies.keySet()));
        merged = renamed(merged, dayNumbers(merged));
        return renamed(merged, folders(merged.keySet()));
    }

    /** Whether a series of an earlier run, which is not listed any more, is now part of a merged one. */
    static boolean includes(BackupSeries merged, BackupSeries known) {
        String[] parts = merged.name().split(KeyGrammar.CHANGING, -1);
        if (!known.name().startsWith(parts[0]) || !known.name().endsWith(parts[parts.length - 1])) {
            return false; // most names differ without evaluating the expression
        }
        String changing = "(?:#|\\d{1,2}|" + KeyGrammar.NAMED_DAYS + ")";
        String pattern =
                String.join(changing, Stream.of(parts).map(Pattern::quote).toList());
        return parts.length > 1
                && Pattern.compile(pattern, Pattern.CASE_INSENSITIVE)
                        .matcher(known.name())
                        .matches();
    }

    private static Map<SeriesName, SeriesTally> renamed(
            Map<SeriesName, SeriesTally> tallies, Map<SeriesName, SeriesName> names) {
        Map<SeriesName, SeriesTally> merged = new HashMap<>();
        tallies.forEach(
                (name, tally) -> merged.computeIfAbsent(names.getOrDefault(name, name), any -> new SeriesTally())
                        .add(tally));
        return merged;
    }

    // Names of weekdays and months are changing parts if at least three different ones occur in the same position.
    private static Map<SeriesName, SeriesName> words(Collection<SeriesName> all) {
        Map<String, List<SeriesName>> alike = new HashMap<>();
        for (SeriesName name : all) {
            String template = KeyGrammar.words(name.series()).replaceAll("\u0001");
            if (!template.equals(name.series())) {
                add(alike, template, name);
            }
        }
        Map<SeriesName, SeriesName> names = new HashMap<>();
        for (List<SeriesName> group : alike.values()) {
            Map<Integer, Set<String>> places = new HashMap<>();
            group.forEach(name -> addWords(places, name.series()));
            group.forEach(name -> names.put(name, replaceWords(places, name)));
        }
        return names;
    }

    private static void addWords(Map<Integer, Set<String>> places, String series) {
        List<MatchResult> words = KeyGrammar.words(series).results().toList();
        for (int i = 0; i < words.size(); i++) {
            places.computeIfAbsent(i, any -> new HashSet<>())
                    .add(words.get(i).group().toLowerCase(Locale.ROOT));
        }
    }

    private static SeriesName replaceWords(Map<Integer, Set<String>> places, SeriesName name) {
        int[] place = {0};
        return name.masked(KeyGrammar.words(name.series())
                .replaceAll(word -> places.get(place[0]++).size() < ENOUGH_WORDS
                        ? Matcher.quoteReplacement(word.group())
                        : KeyGrammar.CHANGING));
    }

    // acme-25.sql.gz is overwritten a month later: a number that is the day on which the object was written.
    private static Map<SeriesName, SeriesName> dayNumbers(Map<SeriesName, SeriesTally> tallies) {
        Map<SeriesName, List<SeriesName>> alike = new HashMap<>();
        tallies.forEach((name, tally) -> DAY.matcher(name.series())
                .results()
                .filter(number -> isDay(Integer.parseInt(number.group()), tally.newestAt()))
                .forEach(number -> add(
                        alike,
                        name.masked(name.series().substring(0, number.start())
                                + KeyGrammar.CHANGING
                                + name.series().substring(number.end())),
                        name)));
        return grouped(alike, ENOUGH_DAYS);
    }

    // A job that runs around midnight, or in another time zone, may be a day off.
    private static boolean isDay(int number, Instant at) {
        return Stream.of(at, at.minus(Duration.ofDays(1)), at.plus(Duration.ofDays(1)))
                .anyMatch(day -> day.atOffset(ZoneOffset.UTC).getDayOfMonth() == number);
    }

    private static Map<SeriesName, SeriesName> folders(Collection<SeriesName> all) {
        Map<SeriesName, List<SeriesName>> byFolder = new HashMap<>();
        for (SeriesName name : all) {
            int folder = name.series().indexOf(KeyGrammar.CHANGING + "/");
            if (folder >= 0) {
                add(byFolder, new SeriesName(name.series().substring(0, folder) + "#/**", name.customer()), name);
            }
        }
        return grouped(byFolder, ENOUGH_FILES);
    }

    private static <K> void add(Map<K, List<SeriesName>> groups, K key, SeriesName member) {
        groups.computeIfAbsent(key, any -> new ArrayList<>()).add(member);
    }

    private static Map<SeriesName, SeriesName> grouped(Map<SeriesName, List<SeriesName>> groups, int enough) {
        Map<SeriesName, SeriesName> names = new HashMap<>();
        groups.forEach((whole, members) -> {
            if (members.size() >= enough) {
                members.forEach(member -> names.put(member, whole));
            }
        });
        return names;
    }
}
