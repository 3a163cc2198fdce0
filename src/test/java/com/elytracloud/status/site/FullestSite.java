package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;

/** A large site after a bad fortnight: fifty components, each with bad days of its own, twenty long incidents. */
final class FullestSite {
    private static final ComponentStatus[] CODES = ComponentStatus.values();

    private FullestSite() {}

    static StatusDocument status(Instant now) {
        StatusDocument sample = Sample.OUTAGE.status(now);
        List<ComponentEntry> components =
                IntStream.range(0, 50).mapToObj(FullestSite::component).toList();
        return new StatusDocument(
                1,
                sample.updatedAt(),
                sample.staleAfter(),
                sample.platformStatus(),
                sample.statusSource(),
                sample.measuredStatus(),
                Headline.MAJOR_OUTAGE,
                null,
                sample.uptime(),
                sample.backups(),
                sample.infrastructure(),
                components,
                IntStream.range(0, 20).mapToObj(i -> incident(i, now)).toList(),
                sample.maintenances());
    }

    static HistoryDocument history(Instant now) {
        List<ComponentHistory> components = IntStream.range(0, 50)
                .mapToObj(i -> new ComponentHistory("region-" + i, days(i, now)))
                .toList();
        return new HistoryDocument(1, now, days(7, now), components, List.of(), List.of());
    }

    // Eight days in ninety are not operational.
    private static List<DayEntry> days(int component, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return IntStream.range(0, 90)
                .mapToObj(day -> new DayEntry(
                        today.minusDays(89L - day),
                        (day + component) % 11 == 0 ? CODES[1 + (day + component) % 4] : CODES[0],
                        new BigDecimal("9%d.%02d".formatted((day + component) % 10, day)),
                        new BigDecimal("0.%03d".formatted(day * 11))))
                .toList();
    }

    private static ComponentEntry component(int i) {
        String name =
                "Region %02d, cluster %s of the managed hosting platform".formatted(i, Integer.toHexString(i * 7919));
        BigDecimal uptime = new BigDecimal("99.%02d".formatted(i));
        return new ComponentEntry(
                "region-" + i,
                name,
                "Continent " + i / 10,
                CODES[i % CODES.length],
                new ComponentUptime(uptime, uptime, uptime, uptime));
    }

    private static IncidentEntry incident(int i, Instant now) {
        Instant start = now.minus(Duration.ofHours(16L * i + 1));
        return new IncidentEntry(
                "incident-" + i,
                "Region %d is not reachable from everywhere".formatted(i),
                i < 3 ? Incident.Status.IDENTIFIED : Incident.Status.RESOLVED,
                Impact.OUTAGE,
                List.of("region-" + i, "region-" + (i + 1)),
                Announcements.Source.OPERATOR,
                start,
                i < 3 ? null : start.plusSeconds(5000),
                IntStream.range(0, 50)
                        .mapToObj(update -> new UpdateEntry<>(
                                start.plusSeconds(60L * (50 - update)),
                                Incident.Status.MONITORING,
                                "Update %d of incident %d: we replace a router and watch the traffic."
                                        .formatted(update, i)))
                        .toList());
    }
}
