package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.PlatformStatus;

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
        PlatformStatus platformStatus,
        StatusSource statusSource,
        PlatformStatus measuredStatus,
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
        Stream.of(updatedAt, staleAfter, platformStatus, statusSource, measuredStatus, headline, uptime)
                .forEach(Objects::requireNonNull);
        components = List.copyOf(components);
        incidents = List.copyOf(incidents);
        maintenances = List.copyOf(maintenances);
    }

    /** The names of components by their ids; an id that is gone stays as it is. */
    public String names(List<String> ids) {
        Map<String, String> names =
                components.stream().collect(Collectors.toMap(ComponentEntry::id, ComponentEntry::name, (a, b) -> b));
        return ids.stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(", "));
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
            String policy, BackupStatus lastBackupStatus, Instant lastSuccessfulBackup, Instant lastBackupTime) {}

    /** The operator's own text about the platform; a part that is not written is null, no regions an empty list. */
    public record Infrastructure(String model, List<String> regions, String notes) {}

    /**
     * A part of the platform under its public name.
     *
     * @param group the name of the group it belongs to, or null
     */
    public record ComponentEntry(
            String id, String name, String group, ComponentStatus status, ComponentUptime uptime) {}

    /**
     * What an operator set in place of the measured status; ends by itself.
     *
     * @param reason the operator's text
     */
    public record OverrideEntry(PlatformStatus status, String reason, Instant startedAt, Instant endsAt) {}

    /** Whether the published status is the measured one or an operator's. */
    public enum StatusSource {
        AUTOMATIC,
        OPERATOR
    }
}
