package com.elytracloud.status.publish;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.FigureStore.Kept;
import com.elytracloud.status.run.SourceFigures;
import com.elytracloud.status.run.SourceFigures.Asked;

/**
 * A source's figures as the bytes of one JSON object, and back; what cannot be understood, a later schema included, is
 * nothing kept. Beside the state and not within it: only some sources have any, and losing them is no loss.
 */
final class FiguresJson {
    /** What the file is called, in the folder of the state. */
    static final String NAME = "figures.json";
    /** Far more than ten thousand monitors with the longest ids need. */
    static final int MOST_BYTES = 4 * 1024 * 1024;

    private static final int SCHEMA = 1;
    private static final JsonFactory JSON = new JsonFactory();
    private static final Pattern SHARE = Pattern.compile("[01](\\.\\d{1,40})?");

    private FiguresJson() {}

    /** The figures in UTF-8; the same figures always give the same bytes. */
    static byte[] toBytes(SourceFigures figures) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = JSON.createGenerator(bytes)) {
            json.writeStartObject();
            json.writeNumberField("schema", SCHEMA);
            json.writeObjectFieldStart("monitors");
            for (Map.Entry<MonitorId, Asked> monitor : new TreeMap<>(figures.monitors()).entrySet()) {
                write(json, monitor.getKey(), monitor.getValue());
            }
            json.writeEndObject();
            json.writeEndObject();
            json.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    private static void write(JsonGenerator json, MonitorId id, Asked asked) throws IOException {
        json.writeObjectFieldStart(id.value());
        json.writeStringField(
                "asked_at", ShortForms.wholeSeconds(asked.askedAt()).toString());
        if (asked.answeredAt().equals(Instant.MIN)) {
            json.writeNullField("answered_at");
        } else {
            json.writeStringField(
                    "answered_at", ShortForms.wholeSeconds(asked.answeredAt()).toString());
        }
        json.writeObjectFieldStart("shares");
        for (Map.Entry<UptimeWindow, BigDecimal> share : new TreeMap<>(asked.shares()).entrySet()) {
            json.writeStringField(key(share.getKey()), share.getValue().toPlainString());
        }
        json.writeEndObject();
        json.writeEndObject();
    }

    /**
     * Reads figures.
     *
     * @param place where the bytes lie, for the operator
     */
    static Kept parse(byte[] bytes, String place) {
        try {
            StrictJson json = StrictJson.parse(bytes).withExactly("schema", "monitors");
            json.number("schema", SCHEMA, SCHEMA);
            StrictJson monitors = json.object("monitors");
            Map<MonitorId, Asked> figures = new HashMap<>();
            for (String id : monitors.keys()) {
                figures.put(new MonitorId(id), asked(monitors.object(id)));
            }
            return new Kept(new SourceFigures(figures), "");
        } catch (IllegalArgumentException | DateTimeException e) {
            return new Kept(SourceFigures.NONE, place + " could not be understood: the figures are asked for again");
        }
    }

    private static Asked asked(StrictJson json) {
        json.withExactly("asked_at", "answered_at", "shares");
        StrictJson found = json.object("shares");
        Map<UptimeWindow, BigDecimal> shares = new EnumMap<>(UptimeWindow.class);
        for (String key : found.keys()) {
            String text = found.text(key);
            found.require(SHARE.matcher(text).matches(), key, "is no share");
            shares.put(UptimeWindow.valueOf(key.toUpperCase(Locale.ROOT)), new BigDecimal(text));
        }
        return new Asked(json.time("asked_at"), json.timeOrNever("answered_at"), shares);
    }

    private static String key(UptimeWindow window) {
        return window.name().toLowerCase(Locale.ROOT);
    }
}
