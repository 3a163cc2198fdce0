package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdNodeBasedDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.node.MissingNode;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorId;

/**
 * The heartbeats of a status page.
 *
 * @param monitors the newest beats, oldest first, of the monitors that beat at least once. Kuma lists one that never
 *     did with an empty list, whether it is new or paused since its creation; it is omitted
 * @param shares the share of the last 24 hours; Kuma reports 0 for a monitor that never beat
 * @param listed how many monitors the page shows, those that never beat included
 */
record HeartbeatPage(Map<MonitorId, List<Heartbeat>> monitors, Map<MonitorId, BigDecimal> shares, int listed) {
    /** No page was requested, or it did not respond. */
    static final HeartbeatPage NONE = new HeartbeatPage(Map.of(), Map.of(), 0);

    /** Enough for the usual interval and for three beats in a row over five minutes at intervals from 16 s. */
    static final int NEWEST = 20;

    /** A monitor that was paused earlier is missing from the metrics because of that. */
    private static final Duration RECENTLY = Duration.ofMinutes(15);
    /** Ends the key of the ratio of the last 24 hours; Kuma sends no other. */
    private static final String LAST_24H = "_24";

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .addModule(new SimpleModule().addDeserializer(Heartbeat.class, new HeartbeatReader()))
            .build();

    HeartbeatPage {
        monitors = Map.copyOf(monitors);
        shares = Map.copyOf(shares);
    }

    /**
     * Reads a body to the end of its object.
     *
     * @throws com.fasterxml.jackson.core.JsonProcessingException if it is not JSON, or not the object that Kuma sends
     */
    static HeartbeatPage parse(InputStream body) throws IOException {
        Body page = JSON.readValue(body, Body.class);
        if (page == null || page.heartbeatList == null || page.uptimeList == null) {
            throw new JsonParseException(null, "not the heartbeats of a status page");
        }
        Map<MonitorId, List<Heartbeat>> monitors = new HashMap<>();
        page.heartbeatList.forEach((id, beats) -> {
            if (MonitorId.isValid(id) && beats != null && !beats.isEmpty()) {
                monitors.put(
                        new MonitorId(id),
                        List.copyOf(beats.subList(Math.max(0, beats.size() - NEWEST), beats.size())));
            }
        });
        Map<MonitorId, BigDecimal> shares = new HashMap<>();
        page.uptimeList.forEach((key, value) -> {
            String id = key.endsWith(LAST_24H) ? key.substring(0, key.length() - LAST_24H.length()) : "";
            if (MonitorId.isValid(id) && value.isNumber()) {
                KumaValues.share(value.asText()).ifPresent(share -> shares.put(new MonitorId(id), share));
            }
        });
        return new HeartbeatPage(monitors, shares, page.heartbeatList.size());
    }

    /** The monitors that still beat and that the metrics lack. */
    List<MonitorId> missingFrom(Metrics metrics, Instant now) {
        return monitors.keySet().stream()
                .filter(id -> !metrics.monitors().containsKey(id))
                .filter(id -> !newest(id).at().isBefore(now.minus(RECENTLY)))
                .sorted()
                .toList();
    }

    /** The newest beat of one of the monitors. */
    Heartbeat newest(MonitorId id) {
        List<Heartbeat> beats = monitors.get(id);
        return beats.get(beats.size() - 1);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(Map<String, List<Heartbeat>> heartbeatList, Map<String, JsonNode> uptimeList) {}

    /** Reads beats one by one: of 1,000 monitors there are 6.5 MB. Times are UTC, whatever the server's time zone. */
    private static final class HeartbeatReader extends StdNodeBasedDeserializer<Heartbeat> {
        private static final long serialVersionUID = 1L;

        HeartbeatReader() {
            super(Heartbeat.class);
        }

        @Override
        public Heartbeat getNullValue(DeserializationContext context) {
            return convert(MissingNode.getInstance(), context);
        }

        @Override
        public Heartbeat convert(JsonNode beat, DeserializationContext context) {
            JsonNode status = beat.path("status");
            return new Heartbeat(
                    KumaValues.time(beat.path("time").textValue(), ZoneOffset.UTC)
                            .orElse(Heartbeat.UNDATED),
                    KumaValues.state(status.isIntegralNumber() ? status.asText() : ""));
        }
    }
}
