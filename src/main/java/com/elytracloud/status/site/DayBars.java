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
import java.util.function.Function;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

/** The last 90 days: as bars, as one sentence, and as a table. */
final class DayBars {
    private static final int DAYS = 90;

    private DayBars() {}

    static void put(HistoryDocument history, Instant now, Slots slots) {
        Map<LocalDate, DayEntry> entries =
                history.days().stream().collect(Collectors.toMap(DayEntry::date, Function.identity(), (a, b) -> b));
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        List<Slots> days = new ArrayList<>();
        List<Slots> rows = new ArrayList<>();
        for (int ago = DAYS - 1; ago >= 0; ago--) {
            LocalDate date = today.minusDays(ago);
            DayEntry entry = entries.get(date);
            days.add(bar(date, entry));
            if (entry != null) {
                rows.add(row(entry));
            }
        }
        Collections.reverse(rows);
        slots.each("day", days)
                .each("row", rows)
                .when("table", !rows.isEmpty())
                .set("daysText", sentence(history.days()));
    }

    private static Slots bar(LocalDate date, DayEntry entryOrNull) {
        Look look = entryOrNull == null ? Look.UNKNOWN : Look.of(entryOrNull.worstStatus());
        return new Slots()
                .set("look", look.key())
                .set("date", Times.day(date))
                .set("text", entryOrNull == null ? "no data" : words(entryOrNull, look));
    }

    private static String words(DayEntry entry, Look look) {
        return entry.uptime() == null ? look.word() : look.word() + ", uptime " + PageSlots.percent(entry.uptime());
    }

    private static Slots row(DayEntry entry) {
        return new Slots()
                .set("iso", entry.date().toString())
                .set("date", Times.day(entry.date()))
                .set("worst", Look.of(entry.worstStatus()).word())
                .set("uptime", PageSlots.percent(entry.uptime()))
                .set("coverage", wholePercent(entry.coverage()));
    }

    private static String sentence(List<DayEntry> days) {
        if (days.isEmpty()) {
            return "Nothing is recorded yet; the bars fill up from today on.";
        }
        List<String> counts = new ArrayList<>();
        count(days, StatusCode.OPERATIONAL, "all operational", counts);
        count(days, StatusCode.DEGRADED, "degraded", counts);
        count(days, StatusCode.OUTAGE, "with an outage", counts);
        count(days, StatusCode.UNKNOWN, "unknown", counts);
        return "%s; %d without data. Together they cover %s of the 90 days."
                .formatted(String.join(", ", counts), DAYS - days.size(), wholePercent(coverage(days)));
    }

    private static void count(List<DayEntry> days, StatusCode worst, String words, List<String> counts) {
        long count = days.stream().filter(day -> day.worstStatus() == worst).count();
        if (count > 0) {
            counts.add("%d %s %s".formatted(count, count == 1 ? "day" : "days", words));
        }
    }

    private static BigDecimal coverage(List<DayEntry> days) {
        BigDecimal sum = days.stream().map(DayEntry::coverage).reduce(BigDecimal.ZERO, BigDecimal::add);
        return sum.divide(BigDecimal.valueOf(DAYS), 3, RoundingMode.DOWN);
    }

    private static String wholePercent(BigDecimal share) {
        return share.movePointRight(2).setScale(0, RoundingMode.DOWN).toPlainString() + "%";
    }
}
