package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

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
        AnnouncementSource source,
        Instant startedAt,
        List<IncidentUpdate> updates)
        implements Announcements.Announcement {
    /** How many updates an incident has at most; the last one is kept for its resolution. */
    public static final int MAX_UPDATES = 50;

    public Incident {
        AnnouncedText.id(id);
        AnnouncedText.title(title);
        components = components.stream().distinct().toList();
        updates = List.copyOf(updates);
        if (updates.isEmpty() || updates.size() > MAX_UPDATES) {
            throw new IllegalArgumentException(
                    "an incident has 1 to %d updates, not %d".formatted(MAX_UPDATES, updates.size()));
        }
    }

    public IncidentUpdate latest() {
        return updates.get(updates.size() - 1);
    }

    public boolean isOpen() {
        return latest().status() != IncidentStatus.RESOLVED;
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
    public Incident with(IncidentUpdate update) {
        if (!isOpen()) {
            throw new IllegalArgumentException("incident %s is resolved; open a new one".formatted(id));
        }
        if (update.status() != IncidentStatus.RESOLVED && updates.size() >= MAX_UPDATES - 1) {
            throw new IllegalArgumentException(
                    "incident %s has %d updates, the most that are allowed; resolve it and open a new one"
                            .formatted(id, updates.size()));
        }
        Instant at = update.at().isBefore(latest().at()) ? latest().at() : update.at();
        return withUpdates(
                Stream.concat(updates.stream(), Stream.of(new IncidentUpdate(at, update.status(), update.message())))
                        .toList());
    }

    public Incident withUpdates(List<IncidentUpdate> changed) {
        return new Incident(id, title, impact, components, source, startedAt, changed);
    }

    /** The same with other words about what it is and does. */
    public Incident edited(String newTitle, Impact newImpact, List<String> newComponents) {
        return new Incident(id, newTitle, newImpact, newComponents, source, startedAt, updates);
    }

    /** The same as the operator's. */
    public Incident byOperator() {
        return new Incident(id, title, impact, components, AnnouncementSource.OPERATOR, startedAt, updates);
    }

    /**
     * An operator's incident in place of this one: it keeps id, start and what was posted so far. The operator names what
     * is affected, if anything.
     */
    public Incident takenOver(Incident operators) {
        return new Incident(
                id,
                operators.title,
                operators.impact,
                operators.components.isEmpty() ? components : operators.components,
                AnnouncementSource.OPERATOR,
                startedAt,
                Stream.concat(updates.stream(), operators.updates.stream()).toList());
    }
}
