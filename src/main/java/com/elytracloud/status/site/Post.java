package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;

/**
 * One update of an incident or a maintenance.
 *
 * @param id the same in every run and in every format, so that no reader sees an update twice
 * @param status the status's word as in {@code status.json}
 * @param message empty where nobody wrote one
 */
record Post(String id, Instant at, String status, String message) {
    /** The updates of an incident, newest first; without any, its start and its end. */
    static List<Post> of(IncidentEntry incident) {
        Numbering numbering = new Numbering(incident.id());
        List<Post> posts = new ArrayList<>();
        for (var update : reversed(incident.updates())) {
            posts.add(numbering.post(update.at(), update.status(), update.message()));
        }
        if (posts.isEmpty()) {
            posts.add(numbering.post(incident.startedAt(), IncidentStatus.INVESTIGATING, ""));
            if (incident.resolvedAt() != null) {
                posts.add(numbering.post(incident.resolvedAt(), IncidentStatus.RESOLVED, ""));
            }
        }
        return reversed(posts);
    }

    /** The updates of a maintenance, newest first, with its start and its end where nobody posted them. */
    static List<Post> of(MaintenanceEntry maintenance) {
        Numbering numbering = new Numbering(maintenance.id());
        List<Post> posts = new ArrayList<>();
        for (var update : reversed(maintenance.updates())) {
            posts.add(numbering.post(update.at(), update.status(), update.message()));
        }
        boolean isOver = maintenance.status() == MaintenanceStatus.COMPLETED;
        if (isOver || maintenance.status() == MaintenanceStatus.IN_PROGRESS) {
            addMissing(posts, numbering, maintenance.startsAt(), MaintenanceStatus.IN_PROGRESS);
        }
        if (isOver && maintenance.endsAt() != null) {
            addMissing(posts, numbering, maintenance.endsAt(), MaintenanceStatus.COMPLETED);
        }
        posts.sort(Comparator.comparing(Post::at));
        return reversed(posts);
    }

    /** The updates of one incident that only the history still has, newest first. */
    static List<Post> of(String incident, HistoryDocument history) {
        Numbering numbering = new Numbering(incident);
        List<Post> posts = new ArrayList<>();
        for (var update : history.incidentUpdates()) {
            if (update.incidentId().equals(incident)) {
                posts.add(numbering.post(update.at(), update.status(), update.message()));
            }
        }
        return reversed(posts);
    }

    /** The name of the status in its enum. */
    String key() {
        return status.toUpperCase(Locale.ROOT);
    }

    private static void addMissing(List<Post> posts, Numbering numbering, Instant at, MaintenanceStatus status) {
        if (posts.stream().noneMatch(each -> each.key().equals(status.name()))) {
            posts.add(numbering.post(at, status, ""));
        }
    }

    private static <T> List<T> reversed(List<T> list) {
        List<T> reversed = new ArrayList<>(list);
        Collections.reverse(reversed);
        return reversed;
    }

    // Counted from the oldest update on: a newer one changes no id.
    private static final class Numbering {
        private final Set<String> ids = new HashSet<>();
        private final String parent;

        Numbering(String parent) {
            this.parent = parent;
        }

        Post post(Instant at, Enum<?> status, String message) {
            String word = status.name().toLowerCase(Locale.ROOT);
            String id = "%s-%d-%s".formatted(parent, at.getEpochSecond(), word.replace('_', '-'));
            String free = id;
            for (int n = 2; !ids.add(free); n++) {
                free = id + "-" + n;
            }
            return new Post(free, at, word, message);
        }
    }
}
