package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

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
        AnnouncementSource source,
        Instant startsAt,
        Instant endsAt,
        List<MaintenanceUpdate> updates)
        implements Announcements.Announcement {
    public static final int MAX_UPDATES = 50;
    /** How long one may last: a wrong year must not excuse failures for months. */
    public static final Duration LONGEST = Duration.ofDays(14);

    public Maintenance {
        AnnouncedText.id(id);
        AnnouncedText.title(title);
        components = components.stream().distinct().toList();
        updates = List.copyOf(updates);
        if (updates.size() > MAX_UPDATES) {
            throw new IllegalArgumentException(
                    "a maintenance has at most %d updates, not %d".formatted(MAX_UPDATES, updates.size()));
        }
        boolean tooLong = source == AnnouncementSource.OPERATOR && endsAt.isAfter(startsAt.plus(LONGEST));
        if (!endsAt.isAfter(startsAt) || tooLong) {
            throw new IllegalArgumentException(
                    "a maintenance ends after its start and within %d days of it, not from %s to %s"
                            .formatted(LONGEST.toDays(), startsAt, endsAt));
        }
    }

    public MaintenanceStatus statusAt(Instant now) {
        if (isOverAt(now)) {
            return cancelledAt().isPresent() ? MaintenanceStatus.CANCELLED : MaintenanceStatus.COMPLETED;
        }
        return now.isBefore(startsAt) ? MaintenanceStatus.SCHEDULED : MaintenanceStatus.IN_PROGRESS;
    }

    public boolean isRunningAt(Instant now) {
        return statusAt(now) == MaintenanceStatus.IN_PROGRESS;
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
    public Maintenance with(MaintenanceUpdate update) {
        if (update.status() != MaintenanceStatus.CANCELLED && updates.size() >= MAX_UPDATES - 1) {
            throw new IllegalArgumentException("maintenance %s has %d updates, the most that are allowed; cancel it"
                    .formatted(id, updates.size()));
        }
        return withUpdates(Stream.concat(updates.stream(), Stream.of(update)).toList());
    }

    public Maintenance withUpdates(List<MaintenanceUpdate> changed) {
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
                .filter(update -> update.status() == MaintenanceStatus.CANCELLED)
                .map(MaintenanceUpdate::at)
                .findFirst();
    }
}
