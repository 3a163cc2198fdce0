package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;

/**
 * The heartbeats of a status page.
 *
 * @param monitors the monitors that beat at least once. Kuma lists one that never did with an empty list, whether it is
 *     new or paused since its creation; it is omitted
 * @param shares the share of the last 24 hours; Kuma reports 0 for a monitor that never beat
 * @param listed how many monitors the page shows, those that never beat included
 */
record HeartbeatPage(Map<MonitorId, Beats> monitors, Map<MonitorId, BigDecimal> shares, int listed) {
    /** No page was requested, or it did not respond. */
    static final HeartbeatPage NONE = new HeartbeatPage(Map.of(), Map.of(), 0);

    /** A monitor that was paused earlier is missing from the metrics because of that. */
    private static final Duration RECENTLY = Duration.ofMinutes(15);

    HeartbeatPage {
        monitors = Map.copyOf(monitors);
        shares = Map.copyOf(shares);
    }

    /** The monitors that still beat and that the metrics lack. */
    List<MonitorId> missingFrom(Metrics metrics, Instant now) {
        return monitors.entrySet().stream()
                .filter(entry -> !metrics.monitors().containsKey(entry.getKey()))
                .filter(entry -> !entry.getValue().newestAt().isBefore(now.minus(RECENTLY)))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /**
     * The newest beats of one monitor.
     *
     * @param beats oldest first; {@link Heartbeat#UNDATED} where the time cannot be read
     */
    record Beats(List<Heartbeat> beats) {
        static final Beats NONE = new Beats(List.of());

        Beats {
            beats = List.copyOf(beats);
        }

        Instant newestAt() {
            return beats.isEmpty()
                    ? Heartbeat.UNDATED
                    : beats.get(beats.size() - 1).at();
        }

        MonitorState state() {
            return beats.isEmpty()
                    ? MonitorState.UNRECOGNISED
                    : beats.get(beats.size() - 1).state();
        }
    }
}
