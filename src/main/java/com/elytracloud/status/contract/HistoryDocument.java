package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;

import com.elytracloud.status.contract.StatusDocument.StatusCode;

/**
 * {@code history.json}, schema version 1: its components are the document's keys in their order, in snake case, and
 * every key is always there.
 *
 * @param days the last 90 UTC days at most, oldest first, each once; unknown where too little was seen
 * @param transitions the last 50 confirmed changes of the platform's status at most, oldest first
 */
public record HistoryDocument(
        int schemaVersion, Instant updatedAt, List<DayEntry> days, List<TransitionEntry> transitions) {
    /** The version these records describe. */
    public static final int SCHEMA_VERSION = 1;

    public HistoryDocument {
        Objects.requireNonNull(updatedAt, "updatedAt");
        days = List.copyOf(days);
        transitions = List.copyOf(transitions);
    }

    /**
     * One UTC day.
     *
     * @param worstStatus the worst that was published on it
     * @param uptime percent with two decimals, cut; null where too little is known
     * @param coverage how much of the day is known, 0 to 1 with three decimals, cut
     */
    public record DayEntry(LocalDate date, StatusCode worstStatus, BigDecimal uptime, BigDecimal coverage) {
        public DayEntry {
            Objects.requireNonNull(date, "date");
            Objects.requireNonNull(worstStatus, "worstStatus");
            Objects.requireNonNull(coverage, "coverage");
        }
    }

    /** A change of the published status that lasted. */
    public record TransitionEntry(Instant at, StatusCode from, StatusCode to) {
        public TransitionEntry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(from, "from");
            Objects.requireNonNull(to, "to");
        }
    }
}
