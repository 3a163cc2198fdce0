package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code status.json}, schema version 1: its components are the document's keys in their order, in snake case, and
 * every key is always present.
 *
 * @param schemaVersion raised when a reader of the previous version would misread the document
 * @param updatedAt when the evidence was gathered, whole seconds
 * @param staleAfter from when on a reader must treat the whole document as unknown
 * @param platformStatus the published status: measured, or raised by an incident, or set by an operator
 * @param measuredStatus what the runs measured, after the flap filter
 * @param headline the one value behind page, card, badge, feed and api/v2
 * @param override what an operator set in place of the measured status, or null
 * @param backups null where no backups are configured
 * @param infrastructure null where the operator wrote nothing about it
 * @param incidents open ones and those resolved in the last 14 days, newest first
 * @param maintenances running, announced, and completed in the last 14 days, newest start first
 */
public record StatusDocument(
        int schemaVersion,
        Instant updatedAt,
        Instant staleAfter,
        StatusCode platformStatus,
        StatusSource statusSource,
        StatusCode measuredStatus,
        Headline headline,
        OverrideEntry override,
        Uptime uptime,
        Backups backups,
        Infrastructure infrastructure,
        List<ComponentEntry> components,
        List<IncidentEntry> incidents,
        List<MaintenanceEntry> maintenances) {
    /** The version these records describe. */
    public static final int SCHEMA_VERSION = 1;

    public StatusDocument {
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(staleAfter, "staleAfter");
        Objects.requireNonNull(platformStatus, "platformStatus");
        Objects.requireNonNull(statusSource, "statusSource");
        Objects.requireNonNull(measuredStatus, "measuredStatus");
        Objects.requireNonNull(headline, "headline");
        Objects.requireNonNull(uptime, "uptime");
        components = List.copyOf(components);
        incidents = List.copyOf(incidents);
        maintenances = List.copyOf(maintenances);
    }

    /** The names of the components whose status is unknown, for a headline that says what is not known. */
    public List<String> unknownComponents() {
        return components.stream()
                .filter(each -> each.status() == ComponentStatus.UNKNOWN)
                .map(ComponentEntry::name)
                .toList();
    }

    /** Percent with two decimals, truncated; null where it is not known. */
    public record Uptime(
            @JsonProperty("last_24h") BigDecimal last24h,
            @JsonProperty("last_7d") BigDecimal last7d,
            @JsonProperty("last_30d") BigDecimal last30d) {}

    /** As {@link Uptime}, with a fourth window. */
    public record ComponentUptime(
            @JsonProperty("last_24h") BigDecimal last24h,
            @JsonProperty("last_7d") BigDecimal last7d,
            @JsonProperty("last_30d") BigDecimal last30d,
            @JsonProperty("last_90d") BigDecimal last90d) {
        /** No window is known. */
        public static final ComponentUptime NONE = new ComponentUptime(null, null, null, null);
    }

    /**
     * All backups together; no customer is named or counted.
     *
     * @param policy the operator's text, or null
     * @param lastSuccessfulBackup every healthy customer's newest backup is at least this fresh; null if none is healthy
     * @param lastBackupTime the same instant under the name an older generation of readers knows
     */
    public record Backups(
            String policy, BackupCode lastBackupStatus, Instant lastSuccessfulBackup, Instant lastBackupTime) {
        public Backups {
            Objects.requireNonNull(lastBackupStatus, "lastBackupStatus");
        }
    }

    /** The operator's own text about the platform; a part that is not written is null, no regions an empty list. */
    public record Infrastructure(String model, List<String> regions, String notes) {
        public Infrastructure {
            regions = List.copyOf(regions);
        }
    }

    /**
     * A part of the platform under its public name.
     *
     * @param group the name of the group it belongs to, or null
     */
    public record ComponentEntry(String id, String name, String group, ComponentStatus status, ComponentUptime uptime) {
        public ComponentEntry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(uptime, "uptime");
        }
    }

    /**
     * What an operator set in place of the measured status; ends by itself.
     *
     * @param reason the operator's text
     */
    public record OverrideEntry(StatusCode status, String reason, Instant startedAt, Instant endsAt) {
        public OverrideEntry {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(endsAt, "endsAt");
        }
    }

    /**
     * An incident with its updates.
     *
     * @param components ids of the affected components
     * @param resolvedAt null while it is open
     * @param updates newest first
     */
    public record IncidentEntry(
            String id,
            String title,
            IncidentStatus status,
            Impact impact,
            List<String> components,
            Source source,
            Instant startedAt,
            Instant resolvedAt,
            List<IncidentUpdateEntry> updates) {
        public IncidentEntry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(impact, "impact");
            components = List.copyOf(components);
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(startedAt, "startedAt");
            updates = List.copyOf(updates);
        }

        /** Whether it is not resolved. */
        public boolean isOpen() {
            return resolvedAt == null;
        }
    }

    /** One post about an incident. */
    public record IncidentUpdateEntry(Instant at, IncidentStatus status, String message) {
        public IncidentUpdateEntry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(message, "message");
        }
    }

    /**
     * A maintenance with its updates.
     *
     * @param components ids of the affected components
     * @param endsAt null where its end is not known, as of a maintenance that Kuma runs by hand
     * @param updates newest first
     */
    public record MaintenanceEntry(
            String id,
            String title,
            MaintenanceStatus status,
            List<String> components,
            Source source,
            Instant startsAt,
            Instant endsAt,
            List<MaintenanceUpdateEntry> updates) {
        public MaintenanceEntry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(status, "status");
            components = List.copyOf(components);
            Objects.requireNonNull(source, "source");
            Objects.requireNonNull(startsAt, "startsAt");
            updates = List.copyOf(updates);
        }
    }

    /** One post about a maintenance. */
    public record MaintenanceUpdateEntry(Instant at, MaintenanceStatus status, String message) {
        public MaintenanceUpdateEntry {
            Objects.requireNonNull(at, "at");
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(message, "message");
        }
    }

    /** The document's words for the status of the platform. */
    public enum StatusCode {
        OPERATIONAL,
        DEGRADED,
        OUTAGE,
        UNKNOWN
    }

    /** The document's words for the status of a component. */
    public enum ComponentStatus {
        OPERATIONAL,
        DEGRADED,
        OUTAGE,
        MAINTENANCE,
        UNKNOWN
    }

    /** The document's words for the state of backups. */
    public enum BackupCode {
        SUCCESS,
        WARNING,
        FAILED,
        UNKNOWN
    }

    /** Whether the published status is the measured one or an operator's. */
    public enum StatusSource {
        AUTOMATIC,
        OPERATOR
    }

    /** How far an incident has come. */
    public enum IncidentStatus {
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

    /** How far a maintenance has come. */
    public enum MaintenanceStatus {
        SCHEDULED,
        IN_PROGRESS,
        COMPLETED,
        CANCELLED
    }

    /** Who wrote an incident or a maintenance; automatic: a confirmed measurement that nobody announced. */
    public enum Source {
        OPERATOR,
        UPTIME_KUMA,
        AUTOMATIC
    }
}
