package com.elytracloud.status.site;

import java.io.IOException;

import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;

/** The history as the bytes of {@code history.json}, key by key. */
public final class HistoryJson {
    private HistoryJson() {}

    /** The document in UTF-8, indented, with a line feed at its end. */
    public static byte[] toBytes(HistoryDocument document) {
        return JsonText.bytes(json -> write(document, json));
    }

    private static void write(HistoryDocument document, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeNumberField("schema_version", document.schemaVersion());
        JsonText.time("updated_at", document.updatedAt(), json);
        json.writeArrayFieldStart("days");
        for (DayEntry day : document.days()) {
            writeDay(day, json);
        }
        json.writeEndArray();
        json.writeArrayFieldStart("transitions");
        for (TransitionEntry transition : document.transitions()) {
            writeTransition(transition, json);
        }
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void writeDay(DayEntry day, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("date", day.date().toString());
        JsonText.word("worst_status", day.worstStatus(), json);
        json.writeFieldName("uptime");
        json.writeNumber(day.uptime());
        json.writeFieldName("coverage");
        json.writeNumber(day.coverage());
        json.writeEndObject();
    }

    private static void writeTransition(TransitionEntry transition, JsonGenerator json) throws IOException {
        json.writeStartObject();
        JsonText.time("at", transition.at(), json);
        JsonText.word("from", transition.from(), json);
        JsonText.word("to", transition.to(), json);
        json.writeEndObject();
    }
}
