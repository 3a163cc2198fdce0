package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.HistoryDocument.DayEntry;

/**
 * The last 90 UTC days of the platform or of a component, as bars and as a sentence.
 *
 * @param runs days of the same status in a row, oldest first
 * @param summary counts the days, for readers who do not see bars
 * @param days newest first, those with data only
 */
public record DayBars(List<Run> runs, String summary, List<Day> days) {
    private static final int DAYS = 90;

    /** Neighbouring days that are drawn as one path and share a tooltip. */
    public record Run(StatusStyle style, int from, int length, String label) {}

    /** One day in words. */
    public record Day(String iso, String date, String worst, String uptime, String coverage) {}

    static DayBars of(List<DayEntry> entries, Instant now, Messages words) {
        LocalDate first = LocalDate.ofInstant(now, ZoneOffset.UTC).minusDays(DAYS - 1L);
        Map<LocalDate, DayEntry> byDate =
                entries.stream().collect(Collectors.toMap(DayEntry::date, Function.identity(), (a, b) -> b));
        List<DayEntry> days = IntStream.range(0, DAYS)
                .mapToObj(day -> byDate.get(first.plusDays(day)))
                .collect(Collectors.toCollection(ArrayList::new));
        List<Day> known = new ArrayList<>();
        for (int day = DAYS - 1; day >= 0; day--) {
            if (days.get(day) != null) {
                known.add(day(days.get(day), words));
            }
        }
        return new DayBars(runs(days, first, words), summary(days, words), known);
    }

    private static List<Run> runs(List<DayEntry> days, LocalDate first, Messages words) {
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int day = 1; day <= DAYS; day++) {
            if (day == DAYS || style(days.get(day)) != style(days.get(start))) {
                StatusStyle style = style(days.get(start));
                runs.add(new Run(style, start, day - start, label(days, start, day - 1, first, words)));
                start = day;
            }
        }
        return runs;
    }

    private static String label(List<DayEntry> days, int from, int to, LocalDate first, Messages words) {
        String date = words.day(first.plusDays(from));
        DayEntry entry = days.get(from);
        String word = entry == null ? words.text("noData") : style(entry).word(words);
        if (from < to) {
            return words.text("barRun", date, words.day(first.plusDays(to)), word);
        }
        return entry == null || entry.uptime() == null
                ? words.text("barDay", date, word)
                : words.text("barDayUptime", date, word, words.percent(entry.uptime()));
    }

    private static Day day(DayEntry entry, Messages words) {
        return new Day(
                entry.date().toString(),
                words.day(entry.date()),
                style(entry).word(words),
                words.percent(entry.uptime()),
                words.wholePercent(entry.coverage()));
    }

    private static String summary(List<DayEntry> days, Messages words) {
        List<DayEntry> known = days.stream().filter(Objects::nonNull).toList();
        if (known.isEmpty()) {
            return words.text("barsEmpty");
        }
        List<String> counts = new ArrayList<>();
        for (StatusStyle style : StatusStyle.values()) {
            long count = days.stream().filter(day -> style(day) == style).count();
            if (count > 0) {
                counts.add(words.text("barsCount", words.count("days", count), style.word(words)));
            }
        }
        BigDecimal sum = known.stream().map(DayEntry::coverage).reduce(BigDecimal.ZERO, BigDecimal::add);
        String coverage = words.wholePercent(sum.divide(BigDecimal.valueOf(DAYS), 3, RoundingMode.DOWN));
        return words.text("barsSummary", String.join(", ", counts), coverage);
    }

    private static StatusStyle style(DayEntry entryOrNull) {
        return entryOrNull == null ? StatusStyle.UNKNOWN : StatusStyle.of(entryOrNull.worstStatus());
    }
}
