package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Incidents and maintenances, and the override if there is one.
 *
 * @param override null where no status is overridden
 */
public record Announcements(List<Incident> incidents, List<Maintenance> maintenances, StatusOverride override) {
    public static final Announcements NONE = new Announcements(List.of(), List.of(), null);
    /** How many incidents, and how many maintenances, are kept. */
    public static final int MAX_KEPT = 100;
    /** How many updates each has at most; the last one is kept for its resolution or cancellation. */
    public static final int MAX_UPDATES = 50;

    public static final int MAX_TITLE = 120;
    public static final int MAX_MESSAGE = 1000;

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    /** How long something that is over is kept: as long as the history. */
    private static final Duration KEPT = Duration.ofDays(90);

    public Announcements {
        incidents = List.copyOf(incidents);
        maintenances = List.copyOf(maintenances);
    }

    /** Who wrote an incident or a maintenance. */
    public enum Source {
        OPERATOR,
        /** Posted in Uptime Kuma and shown on its public status page. */
        UPTIME_KUMA,
        /** Opened for a confirmed measurement that nobody announced. */
        AUTOMATIC
    }

    /** One post about an incident or a maintenance. */
    public record Update<S extends Enum<S>>(Instant at, S status, String message) {
        public Update {
            requireMessage(message);
        }
    }

    sealed interface Announcement permits Incident, Maintenance {
        String id();

        Source source();
    }

    public Optional<Incident> incident(String id) {
        return found(incidents, id);
    }

    public Optional<Maintenance> maintenance(String id) {
        return found(maintenances, id);
    }

    public Optional<StatusOverride> overrideAt(Instant now) {
        return Optional.ofNullable(override).filter(each -> each.isActiveAt(now));
    }

    public List<Maintenance> runningAt(Instant now) {
        return maintenances.stream()
                .filter(each -> each.statusAt(now) == Maintenance.Status.IN_PROGRESS)
                .toList();
    }

    /** With this incident, in place of one with its id. */
    public Announcements with(Incident incident) {
        return new Announcements(List.of(incident), List.of(), null).and(this);
    }

    public Announcements with(Maintenance maintenance) {
        return new Announcements(List.of(), List.of(maintenance), null).and(this);
    }

    /** With this override; null removes it. */
    public Announcements with(StatusOverride newOverride) {
        return new Announcements(incidents, maintenances, newOverride);
    }

    /** What one source announced, without the override unless the source is the operator. */
    public Announcements by(Source source) {
        return new Announcements(
                of(source, incidents), of(source, maintenances), source == Source.OPERATOR ? override : null);
    }

    /** Both together; where an id occurs in both, this one's is taken. */
    public Announcements and(Announcements other) {
        return new Announcements(
                merged(other.incidents, incidents),
                merged(other.maintenances, maintenances),
                override == null ? other.override : override);
    }

    private static <T extends Announcement> List<T> of(Source source, List<T> all) {
        return all.stream().filter(each -> each.source() == source).toList();
    }

    private static <T extends Announcement> Optional<T> found(List<T> all, String id) {
        return all.stream().filter(each -> each.id().equals(id)).findFirst();
    }

    private static <T extends Announcement> List<T> merged(List<T> all, List<T> preferred) {
        return Stream.concat(
                        all.stream().filter(each -> found(preferred, each.id()).isEmpty()), preferred.stream())
                .toList();
    }

    /** Without what has been over for longer than the history reaches, and at most {@link #MAX_KEPT} of each. */
    public Announcements prunedAt(Instant now) {
        Instant oldest = now.minus(KEPT);
        return new Announcements(
                incidents.stream()
                        .filter(each ->
                                each.isOpen() || oldest.isBefore(each.latest().at()))
                        .sorted(Comparator.comparing(Incident::isOpen)
                                .thenComparing(Incident::startedAt)
                                .reversed())
                        .limit(MAX_KEPT)
                        .toList(),
                maintenances.stream()
                        .filter(each -> !each.isOverAt(now) || oldest.isBefore(each.end()))
                        .sorted(Comparator.comparing(Maintenance::startsAt).reversed())
                        .limit(MAX_KEPT)
                        .toList(),
                overrideAt(now).orElse(null));
    }

    static void requireIdAndTitle(String id, String title) {
        if (!ID.matcher(id).matches()) {
            throw new IllegalArgumentException("an id has 1 to 80 lower-case letters, digits and hyphens");
        }
        require("title", title, MAX_TITLE);
    }

    static void requireMessage(String text) {
        require("message", text, MAX_MESSAGE);
    }

    private static void require(String part, String text, int longest) {
        if (text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("the %s has %d characters; allowed are 1 to %d"
                    .formatted(part, text.strip().length(), longest));
        }
    }
}
