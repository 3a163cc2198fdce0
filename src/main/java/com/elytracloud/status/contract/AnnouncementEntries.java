package com.elytracloud.status.contract;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;

import static com.elytracloud.status.contract.StatusDocuments.wholeSeconds;

/** Which incidents and maintenances are published, newest first, each with its updates. */
final class AnnouncementEntries {
    private static final int MAX_HISTORY = 100;

    private AnnouncementEntries() {}

    /** Open ones, and those resolved in the last 14 days. */
    static List<IncidentEntry> incidents(Announcements announced, Instant now) {
        return Announced.newest(announced.incidents().stream()
                .filter(each -> each.isOpen() || !each.latest().at().isBefore(now.minus(Announced.SHOWN)))
                .map(AnnouncementEntries::entry));
    }

    /** Those that run or are announced, and those that ended in the last 14 days. */
    static List<MaintenanceEntry> maintenances(Announcements announced, Instant now) {
        return Announced.newest(announced.maintenances().stream()
                .filter(each -> !each.isOverAt(now) || !each.end().isBefore(now.minus(Announced.SHOWN)))
                .map(each -> entry(each, now)));
    }

    /** The last updates of all incidents, oldest first. */
    static List<HistoryDocument.IncidentUpdate> updates(Announcements announced) {
        List<HistoryDocument.IncidentUpdate> all = announced.incidents().stream()
                .flatMap(incident -> incident.updates().stream()
                        .map(each -> new HistoryDocument.IncidentUpdate(
                                wholeSeconds(each.at()),
                                incident.id(),
                                incident.title(),
                                each.status(),
                                each.message())))
                .sorted(Comparator.comparing(HistoryDocument.IncidentUpdate::at)
                        .thenComparing(HistoryDocument.IncidentUpdate::incidentId))
                .toList();
        return all.subList(Math.max(0, all.size() - MAX_HISTORY), all.size());
    }

    private static IncidentEntry entry(Incident incident) {
        return new IncidentEntry(
                incident.id(),
                incident.title(),
                incident.latest().status(),
                incident.impact(),
                incident.components(),
                incident.source(),
                wholeSeconds(incident.startedAt()),
                incident.isOpen() ? null : wholeSeconds(incident.latest().at()),
                newestFirst(incident.updates()));
    }

    private static MaintenanceEntry entry(Maintenance maintenance, Instant now) {
        return new MaintenanceEntry(
                maintenance.id(),
                maintenance.title(),
                maintenance.statusAt(now),
                maintenance.components(),
                maintenance.source(),
                wholeSeconds(maintenance.startsAt()),
                maintenance.endsAt().equals(Instant.MAX) ? null : wholeSeconds(maintenance.endsAt()),
                newestFirst(maintenance.updates()));
    }

    private static <S extends Enum<S>> List<UpdateEntry<S>> newestFirst(List<Update<S>> oldestFirst) {
        List<UpdateEntry<S>> entries = new ArrayList<>();
        oldestFirst.forEach(
                each -> entries.add(0, new UpdateEntry<>(wholeSeconds(each.at()), each.status(), each.message())));
        return entries;
    }
}
