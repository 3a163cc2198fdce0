package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;

/** Reads a status page's heartbeats as they arrive; a page of 1,000 monitors has 6.5 MB, of which little counts. */
final class HeartbeatParser {
    private static final JsonFactory JSON = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .build();

    /** Ends the key of the share of the last 24 hours; Kuma sends no other. */
    private static final String LAST_24H = "_24";

    private final JsonParser json;
    private final BeatWindow window = new BeatWindow();
    private final Map<MonitorId, HeartbeatPage.Beats> monitors = new HashMap<>();
    private final Map<MonitorId, BigDecimal> shares = new HashMap<>();
    private int listed;
    private boolean hasBeats;
    private boolean hasShares;

    private HeartbeatParser(JsonParser json) {
        this.json = json;
    }

    /**
     * Reads a body to the end of its object.
     *
     * @throws JsonParseException if it is not JSON, or not the object Kuma sends
     */
    static HeartbeatPage parse(InputStream body) throws IOException {
        try (JsonParser json = JSON.createParser(body)) {
            return new HeartbeatParser(json).parse();
        }
    }

    private HeartbeatPage parse() throws IOException {
        expect(json.nextToken() == JsonToken.START_OBJECT);
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            boolean isObject = json.nextToken() == JsonToken.START_OBJECT;
            if (isObject && field.equals("heartbeatList")) {
                hasBeats = true;
                readMonitors();
            } else if (isObject && field.equals("uptimeList")) {
                hasShares = true;
                readShares();
            } else {
                json.skipChildren();
            }
        }
        expect(hasBeats && hasShares);
        return new HeartbeatPage(monitors, shares, listed);
    }

    private void expect(boolean asExpected) throws JsonParseException {
        if (!asExpected) {
            throw new JsonParseException(json, "not the heartbeats of a status page");
        }
    }

    private void readMonitors() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String id = json.currentName();
            listed++;
            window.clear();
            if (json.nextToken() == JsonToken.START_ARRAY) {
                readBeats();
            } else {
                json.skipChildren();
            }
            if (MonitorId.isValid(id) && !window.isEmpty()) {
                monitors.put(new MonitorId(id), window.beats());
            }
        }
    }

    private void readBeats() throws IOException {
        while (json.nextToken() != JsonToken.END_ARRAY) {
            if (json.currentToken() == JsonToken.START_OBJECT) {
                readBeat();
            } else {
                json.skipChildren();
                window.add(BeatTime.UNREADABLE, MonitorState.UNRECOGNISED);
            }
        }
    }

    private void readBeat() throws IOException {
        long at = BeatTime.UNREADABLE;
        MonitorState state = MonitorState.UNRECOGNISED;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String field = json.currentName();
            JsonToken value = json.nextToken();
            if (field.equals("time") && value == JsonToken.VALUE_STRING) {
                at = BeatTime.epochMillis(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            } else if (field.equals("status") && value == JsonToken.VALUE_NUMBER_INT) {
                state = KumaStates.of(json.getTextCharacters(), json.getTextOffset(), json.getTextLength());
            } else {
                json.skipChildren();
            }
        }
        window.add(at, state);
    }

    private void readShares() throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            JsonToken value = json.nextToken();
            String id = key.endsWith(LAST_24H) ? key.substring(0, key.length() - LAST_24H.length()) : "";
            if (value.isNumeric() && MonitorId.isValid(id)) {
                Figures.share(json.getText()).ifPresent(share -> shares.put(new MonitorId(id), share));
            } else {
                json.skipChildren();
            }
        }
    }
}
