package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.domain.Maintenance;

/**
 * One update of an incident or a maintenance.
 *
 * @param id the same in every run and in every format, so that no reader sees an update twice
 * @param message empty where nobody wrote one
 */
record Post(String id, Instant at, Enum<?> status, String message) {
    /** The updates, newest first; of a maintenance also its start and its end where nobody posted them. */
    static List<Post> of(Announced entry) {
        List<UpdateEntry<?>> updates = new ArrayList<>(entry.updates());
        boolean isOver = entry.status() == Maintenance.Status.COMPLETED;
        if (isOver || entry.status() == Maintenance.Status.IN_PROGRESS) {
            addMissing(updates, entry.start(), Maintenance.Status.IN_PROGRESS);
        }
        if (isOver && entry.end() != null) {
            addMissing(updates, entry.end(), Maintenance.Status.COMPLETED);
        }
        updates.sort(
                Comparator.<UpdateEntry<?>, Instant>comparing(UpdateEntry::at).reversed());
        return numbered(entry.id(), updates);
    }

    /** The updates of one incident that only the history still has, newest first. */
    static List<Post> of(String incident, HistoryDocument history) {
        List<UpdateEntry<?>> updates = new ArrayList<>();
        history.incidentUpdates().stream()
                .filter(each -> each.incidentId().equals(incident))
                .forEach(each -> updates.add(0, new UpdateEntry<>(each.at(), each.status(), each.message())));
        return numbered(incident, updates);
    }

    private static void addMissing(List<UpdateEntry<?>> updates, Instant at, Maintenance.Status status) {
        if (updates.stream().noneMatch(each -> each.status() == status)) {
            updates.add(0, new UpdateEntry<>(at, status, ""));
        }
    }

    // Counted from the oldest update on: a newer one changes no id.
    private static List<Post> numbered(String parent, List<UpdateEntry<?>> newestFirst) {
        Map<String, Integer> seen = new HashMap<>();
        List<Post> posts = new ArrayList<>();
        for (int i = newestFirst.size() - 1; i >= 0; i--) {
            UpdateEntry<?> each = newestFirst.get(i);
            String word = each.status().name().toLowerCase(Locale.ROOT).replace('_', '-');
            String id = "%s-%d-%s".formatted(parent, each.at().getEpochSecond(), word);
            int count = seen.merge(id, 1, Integer::sum);
            posts.add(0, new Post(count == 1 ? id : id + "-" + count, each.at(), each.status(), each.message()));
        }
        return posts;
    }
}
