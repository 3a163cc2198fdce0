package com.elytracloud.status.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;

import static com.elytracloud.status.contract.StatusDocuments.wholeSeconds;

/** Which incidents and maintenances are published, newest first, each with its updates. */
final class AnnouncementEntries {
    private static final int MAX_ENTRIES = 50;
    private static final int MAX_HISTORY = 100;
    private static final Duration SHOWN = Duration.ofDays(14);

    private AnnouncementEntries() {}

    /** Open ones, and those resolved in the last 14 days; if there are too many, the open ones are kept. */
    static List<IncidentEntry> incidents(Announcements announced, Instant now) {
        Stream<IncidentEntry> shown = announced.incidents().stream()
                .filter(each -> each.resolvedAt()
                        .map(at -> !at.isBefore(now.minus(SHOWN)))
                        .orElse(true))
                .map(AnnouncementEntries::entry);
        return newest(shown, Announced::isCurrent);
    }

    /** Those that run or are announced, and those that ended in the last 14 days. */
    static List<MaintenanceEntry> maintenances(Announcements announced, Instant now) {
        Stream<MaintenanceEntry> shown = announced.maintenances().stream()
                .filter(each -> !each.isOverAt(now) || !each.end().isBefore(now.minus(SHOWN)))
                .map(each -> entry(each, now));
        return newest(shown, Announced::isCurrent);
    }

    private static <T extends Announced> List<T> newest(Stream<T> shown, Predicate<T> isCurrent) {
        Comparator<T> newestFirst =
                Comparator.<T, Instant>comparing(Announced::start).reversed().thenComparing(Announced::id);
        return shown.sorted(Comparator.<T, Boolean>comparing(each -> !isCurrent.test(each))
                        .thenComparing(newestFirst))
                .limit(MAX_ENTRIES)
                .sorted(newestFirst)
                .toList();
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
                incident.resolvedAt().map(StatusDocuments::wholeSeconds).orElse(null),
                newestFirst(
                        incident.updates(),
                        each -> new UpdateEntry<>(wholeSeconds(each.at()), each.status(), each.message())));
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
                newestFirst(
                        maintenance.updates(),
                        each -> new UpdateEntry<>(wholeSeconds(each.at()), each.status(), each.message())));
    }

    private static <T, E> List<E> newestFirst(List<T> oldestFirst, Function<T, E> entry) {
        List<E> entries = new ArrayList<>(oldestFirst.stream().map(entry).toList());
        Collections.reverse(entries);
        return entries;
    }
}
