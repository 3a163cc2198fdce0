package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorId;

/** Reads a status page's heartbeats monitor by monitor: of 1,000 monitors there are 6.5 MB. */
final class HeartbeatParser {
    /** Enough for the usual interval and for three beats in a row over five minutes at intervals from 16 s. */
    static final int NEWEST = 20;

    private static final ObjectMapper JSON = new ObjectMapper();
    /** UTC, whatever the server's time zone; milliseconds depend on Kuma's database. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss[.SSS]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);
    /** Ends the key of the ratio of the last 24 hours; Kuma sends no other. */
    private static final String LAST_24H = "_24";

    private final JsonParser json;
    private final Map<MonitorId, HeartbeatPage.Beats> monitors = new HashMap<>();
    private final Map<MonitorId, BigDecimal> ratios = new HashMap<>();
    private int listed;

    private HeartbeatParser(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a body to the end of its object.
     *
     * @throws JsonParseException if it is not JSON, or not the object that Kuma sends
     */
    static HeartbeatPage parse(InputStream body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            return new HeartbeatParser(json).parse();
        }
    }

    private HeartbeatPage parse() throws IOException {
        boolean hasBeats = false;
        boolean hasRatios = false;
        expect(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
            if (isObject && field.equals("heartbeatList")) {
                hasBeats = true;
                readMonitors();
            } else if (isObject && field.equals("uptimeList")) {
                hasRatios = true;
                readRatios();
            } else {
                json.skipChildren();
            }
        }
        expect(hasBeats && hasRatios);
        return new HeartbeatPage(monitors, ratios, listed);
    }

    private void expect(boolean asExpected) throws JsonParseException {
        if (!asExpected) {
            throw new JsonParseException(json, "not the heartbeats of a status page");
        }
    }

    private void readMonitors() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            json.nextToken();
            JsonNode beats = JSON.readTree(json);
            listed++;
            if (MonitorId.isValid(id) && beats.isArray() && !beats.isEmpty()) {
                monitors.put(new MonitorId(id), newest(beats));
            }
        }
    }

    private static HeartbeatPage.Beats newest(JsonNode beats) {
        List<Heartbeat> newest = new ArrayList<>(NEWEST);
        for (int i = Math.max(0, beats.size() - NEWEST); i < beats.size(); i++) {
            JsonNode status = beats.get(i).path("status");
            newest.add(new Heartbeat(
                    time(beats.get(i).path("time")), KumaStates.of(status.isIntegralNumber() ? status.asText() : "")));
        }
        return new HeartbeatPage.Beats(newest);
    }

    private static Instant time(JsonNode text) {
        try {
            return LocalDateTime.parse(text.textValue() == null ? "" : text.textValue(), TIME)
                    .toInstant(ZoneOffset.UTC);
        } catch (DateTimeException e) {
            return Heartbeat.UNDATED;
        }
    }

    private void readRatios() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            String id = key.endsWith(LAST_24H) ? key.substring(0, key.length() - LAST_24H.length()) : "";
            if (value.isNumeric() && MonitorId.isValid(id)) {
                Figures.share(json.getText()).ifPresent(ratio -> ratios.put(new MonitorId(id), ratio));
            } else {
                json.skipChildren();
            }
        }
    }
}
