package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.domain.ComponentStatus;

/**
 * The last 90 UTC days of the platform or of a component, as bars and as a sentence.
 *
 * @param runs days of the same status in a row, oldest first
 * @param summary counts the days, for readers who do not see bars
 * @param days newest first, those with data only
 */
public record DayBars(List<Run> runs, String summary, List<DayEntry> days) {
    private static final int DAYS = 90;

    /** Neighbouring days that are drawn as one path and share a tooltip. */
    public record Run(StatusStyle style, int from, int length, String label) {}

    static DayBars of(List<DayEntry> entries, Instant now, Language words) {
        Map<LocalDate, DayEntry> known = entries.stream().collect(Collectors.toMap(DayEntry::date, each -> each));
        LocalDate tomorrow = LocalDate.ofInstant(now, ZoneOffset.UTC).plusDays(1);
        List<DayEntry> days = tomorrow.minusDays(DAYS)
                .datesUntil(tomorrow)
                .map(date ->
                        known.getOrDefault(date, new DayEntry(date, ComponentStatus.UNKNOWN, null, BigDecimal.ZERO)))
                .toList();
        List<Run> runs = new ArrayList<>();
        int start = 0;
        for (int day = 1; day <= DAYS; day++) {
            if (day == DAYS || days.get(day).worstStatus() != days.get(start).worstStatus()) {
                DayEntry from = days.get(start);
                String word = known.containsKey(from.date())
                        ? words.word("status", from.worstStatus())
                        : words.text("noData");
                String label = label(from, days.get(day - 1), word, words);
                runs.add(new Run(StatusStyle.of(from.worstStatus()), start, day - start, label));
                start = day;
            }
        }
        List<DayEntry> newestFirst = new ArrayList<>(days);
        newestFirst.retainAll(known.values());
        Collections.reverse(newestFirst);
        return new DayBars(runs, newestFirst.isEmpty() ? words.text("barsEmpty") : summary(days, words), newestFirst);
    }

    private static String label(DayEntry from, DayEntry to, String word, Language words) {
        String date = words.day(from.date());
        if (!from.date().equals(to.date())) {
            return words.text("barRun", date, words.day(to.date()), word);
        }
        return from.uptime() == null
                ? words.text("barDay", date, word)
                : words.text("barDayUptime", date, word, words.percent(from.uptime()));
    }

    private static String summary(List<DayEntry> days, Language words) {
        Map<ComponentStatus, Integer> counts = new TreeMap<>();
        days.forEach(each -> counts.merge(each.worstStatus(), 1, Integer::sum));
        String parts = counts.entrySet().stream()
                .map(each -> words.text(
                        "barsCount", words.count("days", each.getValue()), words.word("status", each.getKey())))
                .collect(Collectors.joining(", "));
        BigDecimal sum = days.stream().map(DayEntry::coverage).reduce(BigDecimal.ZERO, BigDecimal::add);
        return words.text(
                "barsSummary", parts, words.wholePercent(sum.divide(BigDecimal.valueOf(DAYS), 3, RoundingMode.DOWN)));
    }
}
