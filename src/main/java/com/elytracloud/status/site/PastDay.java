package com.elytracloud.status.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;

/** One UTC day of the last 14 with the incidents and maintenances that started on it and are over. */
public record PastDay(String iso, String date, List<IncidentView> entries) {
    private static final int DAYS = 14;

    static List<PastDay> of(PageModel page) {
        LocalDate first = day(page.status().updatedAt()).minusDays(DAYS - 1L);
        Map<LocalDate, List<IncidentView>> days = new TreeMap<>(Comparator.reverseOrder());
        for (IncidentEntry each : page.status().incidents()) {
            if (!each.isOpen()) {
                days.computeIfAbsent(latest(day(each.startedAt()), first), d -> new ArrayList<>())
                        .add(page.incident(each));
            }
        }
        for (MaintenanceEntry each : page.status().maintenances()) {
            if (!PageModel.isCurrent(each.status())) {
                days.computeIfAbsent(latest(day(each.startsAt()), first), d -> new ArrayList<>())
                        .add(IncidentView.of(each, page));
            }
        }
        return days.entrySet().stream()
                .map(day -> new PastDay(day.getKey().toString(), page.words().day(day.getKey()), day.getValue()))
                .toList();
    }

    // What began earlier and ended within the 14 days belongs to their first.
    private static LocalDate latest(LocalDate one, LocalDate other) {
        return one.isAfter(other) ? one : other;
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }
}
