package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.elytracloud.status.contract.StatusDocument.ComponentStatus;
import com.elytracloud.status.contract.StatusDocument.IncidentStatus;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

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

    public HistoryDocument {
        Objects.requireNonNull(updatedAt, "updatedAt");
        days = List.copyOf(days);
        components = List.copyOf(components);
        transitions = List.copyOf(transitions);
        incidentUpdates = List.copyOf(incidentUpdates);
    }

    /**
     * One UTC day of the platform or of a component.
     *
     * @param worstStatus the worst that was published on it; maintenance of components only
     * @param uptime percent with two decimals, truncated; null where too little is known
     * @param coverage how much of the day is known, 0 to 1 with three decimals, truncated
     */
    public record DayEntry(LocalDate date, ComponentStatus worstStatus, BigDecimal uptime, BigDecimal coverage) {
        public DayEntry {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(worstStatus, "worstStatus");
            Objects.requireNonNull(coverage, "coverage");
        }
    }

    /** The days of one component, oldest first. */
    public record ComponentHistory(String id, List<DayEntry> days) {
        public ComponentHistory {
            Objects.requireNonNull(id, "id");
            days = List.copyOf(days);
        }
    }

    /** A confirmed change of the published status. */
    public record TransitionEntry(Instant at, StatusCode from, StatusCode to) {
        public TransitionEntry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }

    /** One post about an incident, kept longer than the incident stands in {@code status.json}. */
    public record IncidentUpdate(Instant at, String incidentId, String title, IncidentStatus status, String message) {
        public IncidentUpdate {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(incidentId, "incidentId");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(message, "message");
        }
    }
}
