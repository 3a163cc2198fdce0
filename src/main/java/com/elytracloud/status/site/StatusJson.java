package com.elytracloud.status.site;

import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;

/** The document as the bytes of {@code status.json}: key by key, so that nothing can slip in unnoticed. */
public final class StatusJson {
    private StatusJson() {}

    /** The document in UTF-8, indented, with a line feed at its end. */
    public static byte[] toBytes(StatusDocument document) {
        return JsonText.bytes(json -> write(document, json));
    }

    private static void write(StatusDocument document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema_version", document.schemaVersion());
        JsonText.time("updated_at", document.updatedAt(), json);
        JsonText.time("stale_after", document.staleAfter(), json);
        JsonText.word("platform_status", document.platformStatus(), json);
        JsonText.word("status_source", document.statusSource(), json);
        writeUptime(document.uptime(), json);
        writeBackups(document.backups(), json);
        writeInfrastructure(document.infrastructure(), json);
        writeComponents(document.components(), json);
        writeNotice(document.notice(), json);
        json.writeEndObject();
    }

    private static void writeUptime(StatusDocument.Uptime uptime, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("uptime");
        writePercent("last_24h", uptime.last24h(), json);
        writePercent("last_7d", uptime.last7d(), json);
        writePercent("last_30d", uptime.last30d(), json);
        json.writeEndObject();
    }

    private static void writeBackups(StatusDocument.Backups backups, JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("backups");
        json.writeStringField("policy", backups.policy());
        JsonText.word("last_backup_status", backups.lastBackupStatus(), json);
        JsonText.time("last_successful_backup", backups.lastSuccessfulBackup(), json);
        JsonText.time("last_backup_time", backups.lastBackupTime(), json);
        json.writeEndObject();
    }

    private static void writeInfrastructure(StatusDocument.Infrastructure infrastructure, JsonGenerator json)
            throws IOException {
        json.writeObjectFieldStart("infrastructure");
        json.writeStringField("model", infrastructure.model());
        json.writeArrayFieldStart("regions");
        for (String region : infrastructure.regions()) {
            json.writeString(region);
        }
        json.writeEndArray();
        json.writeStringField("notes", infrastructure.notes());
        json.writeEndObject();
    }

    private static void writeComponents(List<ComponentEntry> components, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("components");
        for (ComponentEntry component : components) {
            json.writeStartObject();
            json.writeStringField("id", component.id());
            json.writeStringField("name", component.name());
            JsonText.word("status", component.status(), json);
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void writeNotice(NoticeEntry notice, JsonGenerator json) throws IOException {
        if (notice == null) {
            json.writeNullField("notice");
            return;
        }
        json.writeObjectFieldStart("notice");
        JsonText.word("status", notice.status(), json);
        json.writeStringField("title", notice.title());
        json.writeStringField("message", notice.message());
        JsonText.time("started_at", notice.startedAt(), json);
        JsonText.time("expires_at", notice.expiresAt(), json);
        json.writeEndObject();
    }

    private static void writePercent(String field, BigDecimal percent, JsonGenerator json) throws IOException {
        json.writeFieldName(field);
        json.writeNumber(percent);
    }
}
