package com.elytracloud.status.assess;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.BinaryOperator;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.assess.SeriesCollector.Tally;
import com.elytracloud.status.assess.SeriesNames.SeriesName;
import com.elytracloud.status.domain.BackupSeries;

/** Finds series that only together are what one job writes: the changing part shows in their number. */
final class SeriesMerger {
    private static final int ENOUGH_WORDS = 3;
    private static final int ENOUGH_DAYS = 5;
    /** As many names in one folder per run are the files of one backup: they come and go. */
    private static final int ENOUGH_FILES = 51;

    private static final Pattern DAY = Pattern.compile("(?<![0-9A-Za-z])(0?[1-9]|[12]\\d|3[01])(?![0-9A-Za-z])");

    private SeriesMerger() {}

    static Map<SeriesName, Tally> merge(Map<SeriesName, Tally> tallies) {
        Map<SeriesName, Tally> merged = renamed(tallies, words(tallies.keySet()));
        merged = renamed(merged, alike(merged, ENOUGH_DAYS, SeriesMerger::withoutDay));
        return renamed(merged, alike(merged, ENOUGH_FILES, (name, tally) -> withoutFile(name)));
    }

    /** Whether a series of an earlier run, which is not listed any more, is now part of a merged one. */
    static boolean includes(BackupSeries merged, BackupSeries known) {
        String[] parts = merged.name().split(MaskedKey.CHANGING, -1);
        // Most names differ without evaluating the expression.
        return parts.length > 1
                && known.name().startsWith(parts[0])
                && known.name().endsWith(parts[parts.length - 1])
                && known.name()
                        .matches("(?i)"
                                + Stream.of(parts)
                                        .map(Pattern::quote)
                                        .collect(Collectors.joining("(?:#|\\d{1,2}|" + MaskedKey.NAMED_DAYS + ")")));
    }

    private static Map<SeriesName, Tally> renamed(Map<SeriesName, Tally> tallies, UnaryOperator<SeriesName> rename) {
        Map<SeriesName, Tally> merged = new HashMap<>();
        tallies.forEach((name, tally) ->
                merged.computeIfAbsent(rename.apply(name), any -> new Tally()).add(tally));
        return merged;
    }

    // Names of weekdays and months are changing parts if at least three different ones occur in the same position.
    private static UnaryOperator<SeriesName> words(Set<SeriesName> all) {
        Map<String, Set<String>> places = new HashMap<>();
        all.forEach(name -> replaceWords(name, (place, word) -> {
            places.computeIfAbsent(place, any -> new HashSet<>()).add(word.toLowerCase(Locale.ROOT));
            return word;
        }));
        return name -> replaceWords(
                name, (place, word) -> places.get(place).size() < ENOUGH_WORDS ? word : MaskedKey.CHANGING);
    }

    // A place is the name without such words, and the position among them.
    private static SeriesName replaceWords(SeriesName name, BinaryOperator<String> replacement) {
        Matcher words = MaskedKey.NAMED_DAY.matcher(name.series());
        if (!words.find()) {
            return name;
        }
        String others = words.replaceAll("\u0001");
        int[] position = {0};
        return name.masked(words.replaceAll(
                word -> Matcher.quoteReplacement(replacement.apply(position[0]++ + others, word.group()))));
    }

    // acme-25.sql.gz is overwritten a month later: a number that is the day on which the object was written, in any
    // time zone.
    private static Stream<SeriesName> withoutDay(SeriesName name, Tally tally) {
        LocalDate day = LocalDate.ofInstant(tally.newestAt(), ZoneOffset.UTC);
        Set<Integer> days = Set.of(
                day.minusDays(1).getDayOfMonth(),
                day.getDayOfMonth(),
                day.plusDays(1).getDayOfMonth());
        return DAY.matcher(name.series())
                .results()
                .filter(number -> days.contains(Integer.parseInt(number.group())))
                .map(number -> name.masked(new StringBuilder(name.series())
                        .replace(number.start(), number.end(), MaskedKey.CHANGING)
                        .toString()));
    }

    private static Stream<SeriesName> withoutFile(SeriesName name) {
        int folder = name.series().indexOf(MaskedKey.CHANGING + "/");
        return folder < 0
                ? Stream.empty()
                : Stream.of(new SeriesName(name.series().substring(0, folder) + "#/**", name.customer()));
    }

    private static UnaryOperator<SeriesName> alike(
            Map<SeriesName, Tally> tallies, int enough, BiFunction<SeriesName, Tally, Stream<SeriesName>> wider) {
        Map<SeriesName, List<SeriesName>> groups = new HashMap<>();
        tallies.forEach((name, tally) -> wider.apply(name, tally)
                .forEach(whole ->
                        groups.computeIfAbsent(whole, any -> new ArrayList<>()).add(name)));
        groups.values().removeIf(members -> members.size() < enough);
        Map<SeriesName, SeriesName> names = new HashMap<>();
        groups.forEach((whole, members) -> members.forEach(member -> names.put(member, whole)));
        return name -> names.getOrDefault(name, name);
    }
}
