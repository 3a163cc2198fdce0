package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.PlatformStatus;

/**
 * {@code history.json}, schema version 1: its components are the document's keys in their order, in snake case, and
 * every key is always present.
 *
 * @param days the last 90 UTC days at most, oldest first, each once; unknown where too little was seen
 * @param components the same of each published component, in the order of {@code status.json}
 * @param transitions the last 100 confirmed changes of the platform's status at most, oldest first
 * @param incidentUpdates the last 100 updates of incidents at most, oldest first
 */
public record HistoryDocument(
        int schemaVersion,
        Instant updatedAt,
        List<DayEntry> days,
        List<ComponentHistory> components,
        List<TransitionEntry> transitions,
        List<IncidentUpdate> incidentUpdates) {
    /** The version these records describe. */
    public static final int SCHEMA_VERSION = 1;

    /** The days of one component; none if it is new. */
    public List<DayEntry> days(String component) {
        return components.stream()
                .filter(each -> each.id().equals(component))
                .findFirst()
                .map(ComponentHistory::days)
                .orElse(List.of());
    }

    /**
     * One UTC day of the platform or of a component.
     *
     * @param worstStatus the worst that was published on it; maintenance of components only
     * @param uptime percent with two decimals, truncated; null where too little is known
     * @param coverage how much of the day is known, 0 to 1 with three decimals, truncated
     */
    public record DayEntry(LocalDate date, ComponentStatus worstStatus, BigDecimal uptime, BigDecimal coverage) {}

    /** The days of one component, oldest first. */
    public record ComponentHistory(String id, List<DayEntry> days) {}

    /** A confirmed change of the published status. */
    public record TransitionEntry(Instant at, PlatformStatus from, PlatformStatus to) {}

    /** One post about an incident, kept longer than the incident stands in {@code status.json}. */
    public record IncidentUpdate(Instant at, String incidentId, String title, Incident.Status status, String message) {}
}
