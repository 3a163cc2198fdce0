package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.IncidentUpdate;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.PlatformStatus;

/** The past of a sample. */
final class SampleHistory {
    private static final int DAYS_ON_RECORD = 85;
    private static final int DEGRADED_DAYS_AGO = 28;
    private static final int OUTAGE_DAYS_AGO = 12;

    private SampleHistory() {}

    static HistoryDocument of(Sample sample, StatusDocument status) {
        boolean isNew = sample == Sample.NEW;
        LocalDate today = LocalDate.ofInstant(status.updatedAt(), ZoneOffset.UTC);
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                status.updatedAt(),
                isNew
                        ? List.of()
                        : days(
                                today,
                                ComponentStatus.valueOf(status.platformStatus().name())),
                status.components().stream()
                        .map(each -> new ComponentHistory(each.id(), days(today, each.status())))
                        .toList(),
                isNew ? List.of() : transitions(status),
                updates(status));
    }

    private static List<DayEntry> days(LocalDate today, ComponentStatus current) {
        List<DayEntry> days = new ArrayList<>();
        for (int ago = DAYS_ON_RECORD; ago > 0; ago--) {
            days.add(past(today.minusDays(ago), ago));
        }
        BigDecimal uptime = current == ComponentStatus.UNKNOWN ? null : Sample.percent("99.12");
        days.add(new DayEntry(today, current, uptime, new BigDecimal("0.614")));
        return days;
    }

    private static DayEntry past(LocalDate date, int ago) {
        return switch (ago) {
            case DEGRADED_DAYS_AGO -> day(date, ComponentStatus.DEGRADED, "99.31", "0.998");
            case OUTAGE_DAYS_AGO -> day(date, ComponentStatus.OUTAGE, "97.04", "1.000");
            case 5 -> day(date, ComponentStatus.MAINTENANCE, "100.00", "0.979");
            case 50, 51 -> day(date, ComponentStatus.UNKNOWN, null, "0.000");
            default -> day(date, ComponentStatus.OPERATIONAL, "100.00", "1.000");
        };
    }

    private static DayEntry day(LocalDate date, ComponentStatus worst, String uptime, String coverage) {
        return new DayEntry(date, worst, Sample.percent(uptime), new BigDecimal(coverage));
    }

    private static List<TransitionEntry> transitions(StatusDocument status) {
        Instant noon = status.updatedAt().truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
        Instant slow = noon.minus(Duration.ofDays(DEGRADED_DAYS_AGO));
        Instant broken = noon.minus(Duration.ofDays(OUTAGE_DAYS_AGO));
        List<TransitionEntry> all = new ArrayList<>(List.of(
                new TransitionEntry(slow, PlatformStatus.OPERATIONAL, PlatformStatus.DEGRADED),
                new TransitionEntry(slow.plusSeconds(600), PlatformStatus.DEGRADED, PlatformStatus.OPERATIONAL),
                new TransitionEntry(broken, PlatformStatus.OPERATIONAL, PlatformStatus.OUTAGE),
                new TransitionEntry(broken.plusSeconds(2400), PlatformStatus.OUTAGE, PlatformStatus.OPERATIONAL)));
        if (status.measuredStatus() != PlatformStatus.OPERATIONAL) {
            Instant changed = status.updatedAt().minusSeconds(1200);
            all.add(new TransitionEntry(changed, PlatformStatus.OPERATIONAL, status.measuredStatus()));
        }
        return all;
    }

    private static List<IncidentUpdate> updates(StatusDocument status) {
        return status.incidents().stream()
                .flatMap(incident -> incident.updates().stream()
                        .map(each -> new IncidentUpdate(
                                each.at(), incident.id(), incident.title(), each.status(), each.message())))
                .sorted(Comparator.comparing(IncidentUpdate::at))
                .toList();
    }
}
