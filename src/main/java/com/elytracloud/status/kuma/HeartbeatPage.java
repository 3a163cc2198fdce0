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

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.http.ApiCallException;

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

    /** Kuma answers like this for any slug. */
    static final String NO_PAGE = "the status page does not exist or shows no monitor (UNKNOWN_STATUS_PAGE)";

    /** Enough for the usual interval and for three beats in a row over five minutes at intervals from 16 s. */
    static final int NEWEST = 20;

    /** A monitor that was paused earlier is missing from the metrics because of that. */
    private static final Duration RECENTLY = Duration.ofMinutes(15);
    /** Ends the key of the ratio of the last 24 hours; Kuma sends no other. */
    private static final String LAST_24H = "_24";

    HeartbeatPage {
        monitors = Map.copyOf(monitors);
        shares = Map.copyOf(shares);
    }

    /** @throws IOException if it is not the object that Kuma sends, or that of a page that does not exist */
    static HeartbeatPage parse(InputStream body) throws IOException {
        Body page = KumaValues.read(body, Body.class);
        Map<MonitorId, List<Heartbeat>> monitors = new HashMap<>();
        page.heartbeatList.forEach((id, beats) -> {
            if (MonitorId.isValid(id) && !beats.isEmpty()) {
                List<Beat> newest = beats.subList(Math.max(0, beats.size() - NEWEST), beats.size());
                monitors.put(
                        new MonitorId(id), newest.stream().map(Beat::heartbeat).toList());
            }
        });
        Map<MonitorId, BigDecimal> shares = new HashMap<>();
        page.uptimeList.forEach((key, value) -> {
            String id = key.endsWith(LAST_24H) ? key.substring(0, key.length() - LAST_24H.length()) : "";
            if (MonitorId.isValid(id) && value.isNumber()) {
                KumaValues.share(value.asText()).ifPresent(share -> shares.put(new MonitorId(id), share));
            }
        });
        if (page.heartbeatList.isEmpty() && shares.isEmpty()) {
            throw ApiCallException.permanentFailure(Reason.NOT_FOUND, NO_PAGE);
        }
        return new HeartbeatPage(monitors, shares, page.heartbeatList.size());
    }

    /** The monitors that still beat and that the metrics lack; none if they list no monitor at all. */
    List<MonitorId> missingFrom(Metrics metrics, Instant now) {
        return monitors.keySet().stream()
                .filter(id ->
                        !metrics.monitors().isEmpty() && !metrics.monitors().containsKey(id))
                .filter(id -> !newest(id).at().isBefore(now.minus(RECENTLY)))
                .sorted()
                .toList();
    }

    /** The newest beat of one of the monitors. */
    Heartbeat newest(MonitorId id) {
        List<Heartbeat> beats = monitors.get(id);
        return beats.get(beats.size() - 1);
    }

    private record Body(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            Map<String, List<Beat>> heartbeatList,

            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            Map<String, JsonNode> uptimeList) {}

    /** Times are UTC, whatever the server's time zone. */
    private record Beat(String time, JsonNode status) {
        Heartbeat heartbeat() {
            boolean isCode = status != null && status.isIntegralNumber();
            return new Heartbeat(
                    KumaValues.time(time, ZoneOffset.UTC).orElse(Heartbeat.UNDATED),
                    KumaValues.state(isCode ? status.asText() : ""));
        }
    }
}
