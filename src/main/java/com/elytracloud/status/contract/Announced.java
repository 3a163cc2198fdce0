package com.elytracloud.status.contract;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;

/** What incidents and maintenances have in common. */
public sealed interface Announced {
    /** How long one that is over is shown. */
    Duration SHOWN = Duration.ofDays(14);

    String id();

    String title();

    Enum<?> status();

    Announcements.Source source();

    List<String> components();

    List<? extends UpdateEntry<?>> updates();

    /** When it began, or begins. */
    Instant start();

    /** When it was resolved, or ends; null while that is not known. */
    Instant end();

    /** Whether an incident is open, or a maintenance runs or is announced. */
    default boolean isCurrent() {
        return this instanceof IncidentEntry
                ? end() == null
                : status() == Maintenance.Status.SCHEDULED || status() == Maintenance.Status.IN_PROGRESS;
    }

    /** The newest, newest first, of one time by id; if there are more than 50, the current ones are kept. */
    static <T extends Announced> List<T> newest(Stream<T> all) {
        Comparator<T> newestFirst =
                Comparator.<T, Instant>comparing(Announced::start).reversed().thenComparing(Announced::id);
        return all.sorted(Comparator.<T, Boolean>comparing(Announced::isCurrent)
                        .reversed()
                        .thenComparing(newestFirst))
                .limit(50)
                .sorted(newestFirst)
                .toList();
    }

    /**
     * An incident with its updates.
     *
     * @param components ids of the affected components
     * @param end null while it is open
     * @param updates newest first
     */
    record IncidentEntry(
            String id,
            String title,
            Incident.Status status,
            Impact impact,
            List<String> components,
            Announcements.Source source,
            @JsonProperty("started_at") Instant start,
            @JsonProperty("resolved_at") Instant end,
            List<UpdateEntry<Incident.Status>> updates)
            implements Announced {}

    /** One post about an incident or a maintenance. */
    record UpdateEntry<S extends Enum<S>>(Instant at, S status, String message) {}

    /**
     * A maintenance with its updates.
     *
     * @param components ids of the affected components
     * @param end null where its end is not known, as of a maintenance that Kuma runs by hand
     * @param updates newest first
     */
    record MaintenanceEntry(
            String id,
            String title,
            Maintenance.Status status,
            List<String> components,
            Announcements.Source source,
            @JsonProperty("starts_at") Instant start,
            @JsonProperty("ends_at") Instant end,
            List<UpdateEntry<Maintenance.Status>> updates)
            implements Announced {}
}
