package com.elytracloud.status.contract;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * {@code status.json}, schema version 1: its components are the document's keys in their order, in snake case, and
 * every key is always there.
 *
 * @param schemaVersion raised when a reader of the previous version would misread the document
 * @param updatedAt when the evidence was gathered, whole seconds
 * @param staleAfter from when on a reader must treat the whole document as unknown
 * @param notice what an operator said, or null
 */
public record StatusDocument(
        int schemaVersion,
        Instant updatedAt,
        Instant staleAfter,
        StatusCode platformStatus,
        StatusSource statusSource,
        Uptime uptime,
        Backups backups,
        Infrastructure infrastructure,
        List<ComponentEntry> components,
        NoticeEntry notice) {
    /** The version these records describe. */
    public static final int SCHEMA_VERSION = 1;

    public StatusDocument {
        Objects.requireNonNull(updatedAt, "updatedAt");
        Objects.requireNonNull(staleAfter, "staleAfter");
        Objects.requireNonNull(platformStatus, "platformStatus");
        Objects.requireNonNull(statusSource, "statusSource");
        Objects.requireNonNull(uptime, "uptime");
        Objects.requireNonNull(backups, "backups");
        Objects.requireNonNull(infrastructure, "infrastructure");
        components = List.copyOf(components);
    }

    /** Percent with two decimals, cut; null where it is not known. */
    public record Uptime(
            @JsonProperty("last_24h") BigDecimal last24h,
            @JsonProperty("last_7d") BigDecimal last7d,
            @JsonProperty("last_30d") BigDecimal last30d) {}

    /**
     * All backups together; no tenant is named or counted.
     *
     * @param lastSuccessfulBackup every healthy tenant's newest backup is at least this fresh; null if none is healthy
     * @param lastBackupTime the same instant under the name an older generation of readers knows
     */
    public record Backups(
            String policy, BackupCode lastBackupStatus, Instant lastSuccessfulBackup, Instant lastBackupTime) {
        public Backups {
            Objects.requireNonNull(policy, "policy");
            Objects.requireNonNull(lastBackupStatus, "lastBackupStatus");
        }
    }

    /** The operator's own words about the platform. */
    public record Infrastructure(String model, List<String> regions, String notes) {
        public Infrastructure {
            Objects.requireNonNull(model, "model");
            regions = List.copyOf(regions);
            Objects.requireNonNull(notes, "notes");
        }
    }

    /** A part of the platform under its public name. */
    public record ComponentEntry(String id, String name, StatusCode status) {
        public ComponentEntry {
            Objects.requireNonNull(id, "id");
            Objects.requireNonNull(name, "name");
            Objects.requireNonNull(status, "status");
        }
    }

    /** What an operator said; ends by itself. */
    public record NoticeEntry(StatusCode status, String title, String message, Instant startedAt, Instant expiresAt) {
        public NoticeEntry {
            Objects.requireNonNull(status, "status");
            Objects.requireNonNull(title, "title");
            Objects.requireNonNull(message, "message");
            Objects.requireNonNull(startedAt, "startedAt");
            Objects.requireNonNull(expiresAt, "expiresAt");
        }
    }

    /** The document's words for a status. */
    public enum StatusCode {
        OPERATIONAL,
        DEGRADED,
        OUTAGE,
        UNKNOWN
    }

    /** The document's words for the state of backups. */
    public enum BackupCode {
        SUCCESS,
        WARNING,
        FAILED,
        UNKNOWN
    }

    /** Who said what the platform's status is. */
    public enum StatusSource {
        AUTOMATIC,
        OPERATOR
    }
}
