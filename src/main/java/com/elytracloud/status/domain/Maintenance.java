package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Announcements.Source;
import com.elytracloud.status.domain.Announcements.Update;

/**
 * Planned work, as it is published.
 *
 * @param components ids of the affected components; without any it affects no status
 * @param endsAt {@link Instant#MAX} where the end is not known
 * @param updates oldest first, the first one announced it
 */
public record Maintenance(
        String id,
        String title,
        List<String> components,
        Source source,
        Instant startsAt,
        Instant endsAt,
        List<Update<Status>> updates)
        implements Announcements.Announcement {
    /** How long one may last: a wrong year must not excuse failures for months. */
    public static final Duration LONGEST = Duration.ofDays(14);

    /** How far a maintenance has come. */
    public enum Status {
        SCHEDULED,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED
    }

    public Maintenance {
        Announcements.requireIdAndTitle(id, title);
        components = components.stream().distinct().toList();
        updates = List.copyOf(updates);
        if (updates.size() > Announcements.MAX_UPDATES) {
            throw new IllegalArgumentException("a maintenance has at most %d updates, not %d"
                    .formatted(Announcements.MAX_UPDATES, updates.size()));
        }
        boolean tooLong = source == Source.OPERATOR && endsAt.isAfter(startsAt.plus(LONGEST));
        if (!endsAt.isAfter(startsAt) || tooLong) {
            throw new IllegalArgumentException(
                    "a maintenance ends after its start and within %d days of it, not from %s to %s"
                            .formatted(LONGEST.toDays(), startsAt, endsAt));
        }
    }

    public Status statusAt(Instant now) {
        if (isOverAt(now)) {
            return cancelledAt().isPresent() ? Status.CANCELLED : Status.COMPLETED;
        }
        return now.isBefore(startsAt) ? Status.SCHEDULED : Status.IN_PROGRESS;
    }

    public boolean isOverAt(Instant now) {
        return cancelledAt().isPresent() || !now.isBefore(endsAt);
    }

    /** When it ended or was cancelled, or will end. */
    public Instant end() {
        return cancelledAt().orElse(endsAt);
    }

    /**
     * The same with one more update.
     *
     * @throws IllegalArgumentException if it has too many for anything but its cancellation
     */
    public Maintenance with(Instant at, Status status, String message) {
        Update<Status> update = new Update<>(at, status, message);
        if (status != Status.CANCELLED && updates.size() >= Announcements.MAX_UPDATES - 1) {
            throw new IllegalArgumentException("maintenance %s has %d updates, the most that are allowed; cancel it"
                    .formatted(id, updates.size()));
        }
        return withUpdates(Stream.concat(updates.stream(), Stream.of(update)).toList());
    }

    public Maintenance withUpdates(List<Update<Status>> changed) {
        return new Maintenance(id, title, components, source, startsAt, endsAt, changed);
    }

    public Maintenance at(Instant newStart, Instant newEnd) {
        return new Maintenance(id, title, components, source, newStart, newEnd, updates);
    }

    /** The same with other words about what it is and does. */
    public Maintenance edited(String newTitle, List<String> newComponents) {
        return new Maintenance(id, newTitle, newComponents, source, startsAt, endsAt, updates);
    }

    private Optional<Instant> cancelledAt() {
        return updates.stream()
                .filter(update -> update.status() == Status.CANCELLED)
                .map(Update::at)
                .findFirst();
    }
}
