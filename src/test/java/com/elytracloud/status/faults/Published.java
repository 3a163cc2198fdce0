package com.elytracloud.status.faults;

import com.fasterxml.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** What a visitor finds after the run, where the good run before it had said "operational" and "success". */
enum Published {
    AS_BEFORE("the previous files", null, null),
    NOTHING("nothing", null, null),
    OPERATIONAL("operational", "operational", "success"),
    DEGRADED("degraded", "degraded", "success"),
    UNKNOWN("unknown", "unknown", "success"),
    BACKUPS_UNKNOWN("operational; backups unknown", "operational", "unknown"),
    BACKUPS_FAILED("operational; backups failed", "operational", "failed"),
    BACKUPS_WARNING("operational; backups warning", "operational", "warning"),
    ALL_UNKNOWN("unknown; backups unknown", "unknown", "unknown");

    final String words;
    private final String platform;
    private final String backups;

    Published(String words, String platform, String backups) {
        this.words = words;
        this.platform = platform;
        this.backups = backups;
    }

    /** Whether the run is to leave the public file alone. */
    boolean isOld() {
        return platform == null;
    }

    /** Asks it of a document that a run has just published. */
    void require(JsonNode document) {
        assertThat(document.path("platform_status").asText()).isEqualTo(platform);
        assertThat(document.at("/backups/last_backup_status").asText()).isEqualTo(backups);
        if (platform.equals("unknown")) {
            document.path("components")
                    .forEach(component ->
                            assertThat(component.path("status").asText()).isEqualTo("unknown"));
        }
    }
}
