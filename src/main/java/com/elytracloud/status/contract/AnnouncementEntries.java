package com.elytracloud.status.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

import com.elytracloud.status.contract.StatusDocument.Impact;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.IncidentStatus;
import com.elytracloud.status.contract.StatusDocument.IncidentUpdateEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceStatus;
import com.elytracloud.status.contract.StatusDocument.MaintenanceUpdateEntry;
import com.elytracloud.status.contract.StatusDocument.Source;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.IncidentUpdate;
import com.elytracloud.status.domain.Maintenance;

import static com.elytracloud.status.contract.StatusDocuments.code;
import static com.elytracloud.status.contract.StatusDocuments.wholeSeconds;

/** Which incidents and maintenances are published, newest first, each with its updates. */
final class AnnouncementEntries {
    private static final int MAX_ENTRIES = 50;
    private static final int MAX_HISTORY = 100;
    private static final Duration SHOWN = Duration.ofDays(14);

    private AnnouncementEntries() {}

    /** Open ones, and those resolved in the last 14 days; if there are too many, the open ones are kept. */
    static List<IncidentEntry> incidents(Announcements announced, Instant now) {
        return announced.incidents().stream()
                .filter(each -> each.resolvedAt()
                        .map(at -> !at.isBefore(now.minus(SHOWN)))
                        .orElse(true))
                .sorted(Comparator.comparing(Incident::isOpen)
                        .thenComparing(Incident::startedAt)
                        .reversed()
                        .thenComparing(Incident::id))
                .limit(MAX_ENTRIES)
                .sorted(Comparator.comparing(Incident::startedAt).reversed().thenComparing(Incident::id))
                .map(AnnouncementEntries::entry)
                .toList();
    }

    /** Those that run or are announced, and those that ended in the last 14 days. */
    static List<MaintenanceEntry> maintenances(Announcements announced, Instant now) {
        return announced.maintenances().stream()
                .filter(each -> !each.isOverAt(now) || !each.end().isBefore(now.minus(SHOWN)))
                .sorted(Comparator.comparing((Maintenance each) -> each.isOverAt(now))
                        .thenComparing(
                                Comparator.comparing(Maintenance::startsAt).reversed())
                        .thenComparing(Maintenance::id))
                .limit(MAX_ENTRIES)
                .sorted(Comparator.comparing(Maintenance::startsAt).reversed().thenComparing(Maintenance::id))
                .map(each -> entry(each, now))
                .toList();
    }

    /** The last updates of all incidents, oldest first. */
    static List<HistoryDocument.IncidentUpdate> updates(Announcements announced) {
        List<HistoryDocument.IncidentUpdate> all = announced.incidents().stream()
                .flatMap(incident -> incident.updates().stream().map(update -> entry(incident, update)))
                .sorted(Comparator.comparing(HistoryDocument.IncidentUpdate::at)
                        .thenComparing(HistoryDocument.IncidentUpdate::incidentId))
                .toList();
        return all.subList(Math.max(0, all.size() - MAX_HISTORY), all.size());
    }

    private static HistoryDocument.IncidentUpdate entry(Incident incident, IncidentUpdate update) {
        return new HistoryDocument.IncidentUpdate(
                wholeSeconds(update.at()),
                incident.id(),
                incident.title(),
                code(update.status(), IncidentStatus.values()),
                update.message());
    }

    private static IncidentEntry entry(Incident incident) {
        return new IncidentEntry(
                incident.id(),
                incident.title(),
                code(incident.latest().status(), IncidentStatus.values()),
                code(incident.impact(), Impact.values()),
                incident.components(),
                code(incident.source(), Source.values()),
                wholeSeconds(incident.startedAt()),
                incident.resolvedAt().map(StatusDocuments::wholeSeconds).orElse(null),
                newestFirst(incident.updates().stream()
                        .map(each -> new IncidentUpdateEntry(
                                wholeSeconds(each.at()), code(each.status(), IncidentStatus.values()), each.message()))
                        .toList()));
    }

    private static MaintenanceEntry entry(Maintenance maintenance, Instant now) {
        return new MaintenanceEntry(
                maintenance.id(),
                maintenance.title(),
                code(maintenance.statusAt(now), MaintenanceStatus.values()),
                maintenance.components(),
                code(maintenance.source(), Source.values()),
                wholeSeconds(maintenance.startsAt()),
                maintenance.endsAt().equals(Instant.MAX) ? null : wholeSeconds(maintenance.endsAt()),
                newestFirst(maintenance.updates().stream()
                        .map(each -> new MaintenanceUpdateEntry(
                                wholeSeconds(each.at()),
                                code(each.status(), MaintenanceStatus.values()),
                                each.message()))
                        .toList()));
    }

    private static <T> List<T> newestFirst(List<T> oldestFirst) {
        List<T> reversed = new ArrayList<>(oldestFirst);
        Collections.reverse(reversed);
        return reversed;
    }
}
