package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentStatus;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

/** A large site: ten components in three groups, no two days alike, and the incidents of an outage. */
final class FullestSite {
    private static final StatusCode[] CODES = StatusCode.values();
    private static final ComponentStatus[] STATUSES = ComponentStatus.values();

    private FullestSite() {}

    static StatusDocument status(Instant now) {
        StatusDocument sample = Sample.OUTAGE.status(now);
        return new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                sample.updatedAt(),
                sample.staleAfter(),
                sample.platformStatus(),
                sample.statusSource(),
                sample.measuredStatus(),
                Headline.MAJOR_OUTAGE,
                Sample.OVERRIDE.status(now).override(),
                sample.uptime(),
                sample.backups(),
                sample.infrastructure(),
                IntStream.range(0, 10).mapToObj(FullestSite::component).toList(),
                sample.incidents(),
                sample.maintenances());
    }

    static HistoryDocument history(Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                Sample.OUTAGE.status(now).updatedAt(),
                days(today, 0),
                IntStream.range(0, 10)
                        .mapToObj(i -> new ComponentHistory("region-" + i, days(today, i)))
                        .toList(),
                IntStream.range(0, 100)
                        .mapToObj(i -> new TransitionEntry(
                                now.minusSeconds(43_200L * (100 - i)), CODES[i % 4], CODES[(i + 1) % 4]))
                        .toList(),
                Sample.OUTAGE.history(now).incidentUpdates());
    }

    private static List<DayEntry> days(LocalDate today, int component) {
        return IntStream.range(0, 90)
                .mapToObj(day -> new DayEntry(
                        today.minusDays(89L - day),
                        STATUSES[(day + component) % STATUSES.length],
                        new BigDecimal("9%d.%02d".formatted(component, day)),
                        new BigDecimal("0.%03d".formatted(day * 11))))
                .toList();
    }

    private static ComponentEntry component(int i) {
        String name =
                "Region %02d, cluster %s of the managed hosting platform".formatted(i, Integer.toHexString(i * 7919));
        BigDecimal percent = new BigDecimal("99.%02d".formatted(i));
        return new ComponentEntry(
                "region-" + i,
                name,
                "Group " + i % 3,
                STATUSES[i % STATUSES.length],
                new ComponentUptime(percent, percent, percent, percent));
    }
}
