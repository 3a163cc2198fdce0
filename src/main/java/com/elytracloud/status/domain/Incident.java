package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Announcements.Source;
import com.elytracloud.status.domain.Announcements.Update;

/**
 * Something that went wrong, as it is published.
 *
 * @param id stays the same for as long as the incident is shown
 * @param components ids of the affected components
 * @param updates oldest first, the first one opened it
 */
public record Incident(
        String id,
        String title,
        Impact impact,
        List<String> components,
        Source source,
        Instant startedAt,
        List<Update<Status>> updates)
        implements Announcements.Announcement {
    /** How far an incident has come. */
    public enum Status {
        INVESTIGATING,
        IDENTIFIED,
        MONITORING,
        RESOLVED
    }

    /** What an incident does to its components; none changes no status. */
    public enum Impact {
        NONE,
        DEGRADED,
        OUTAGE
    }

    public Incident {
        Announcements.requireIdAndTitle(id, title);
        components = components.stream().distinct().toList();
        updates = List.copyOf(updates);
        if (updates.isEmpty() || updates.size() > Announcements.MAX_UPDATES) {
            throw new IllegalArgumentException(
                    "an incident has 1 to %d updates, not %d".formatted(Announcements.MAX_UPDATES, updates.size()));
        }
    }

    public Update<Status> latest() {
        return updates.get(updates.size() - 1);
    }

    public boolean isOpen() {
        return latest().status() != Status.RESOLVED;
    }

    /** Whether it is about any of these components; one without components is about all of them. */
    public boolean concerns(Collection<String> affected) {
        return components.isEmpty() || affected.isEmpty() || components.stream().anyMatch(affected::contains);
    }

    /**
     * The same with one more update; an update never is older than the one before it.
     *
     * @throws IllegalArgumentException if it is resolved, or has too many updates for anything but its resolution
     */
    public Incident with(Instant at, Status status, String message) {
        Update<Status> update = new Update<>(at.isBefore(latest().at()) ? latest().at() : at, status, message);
        if (!isOpen()) {
            throw new IllegalArgumentException("incident %s is resolved; open a new one".formatted(id));
        }
        if (status != Status.RESOLVED && updates.size() >= Announcements.MAX_UPDATES - 1) {
            throw new IllegalArgumentException(
                    "incident %s has %d updates, the most that are allowed; resolve it and open a new one"
                            .formatted(id, updates.size()));
        }
        return withUpdates(Stream.concat(updates.stream(), Stream.of(update)).toList());
    }

    public Incident withUpdates(List<Update<Status>> changed) {
        return new Incident(id, title, impact, components, source, startedAt, changed);
    }

    /** The same with other words about what it is and does. */
    public Incident edited(String newTitle, Impact newImpact, List<String> newComponents) {
        return new Incident(id, newTitle, newImpact, newComponents, source, startedAt, updates);
    }

    /** The same as the operator's. */
    public Incident byOperator() {
        return new Incident(id, title, impact, components, Source.OPERATOR, startedAt, updates);
    }

    /**
     * An operator's incident in place of this one: it keeps id, start and what was posted so far. The operator names what
     * is affected, if anything.
     */
    public Incident takenOver(Incident operators) {
        List<String> affected = operators.components.isEmpty() ? components : operators.components;
        return byOperator()
                .edited(operators.title, operators.impact, affected)
                .withUpdates(Stream.concat(updates.stream(), operators.updates.stream())
                        .toList());
    }
}
