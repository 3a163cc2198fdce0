package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * What a source reported of one monitor at one moment.
 *
 * @param listed whether the source's list of monitors reports the state; otherwise it is that of the newest heartbeat
 * @param beats the newest heartbeats, oldest first; empty where the source shows none
 * @param uptime the source's own share of each window it knows, 0 (never up) to 1 (always up). Uptime Kuma counts
 *     beats, not time, and says 0 both for "always down" and for "no data": {@code UptimeCalculator} distinguishes them
 */
public record MonitorReading(
        Monitor monitor,
        boolean listed,
        Monitor.State state,
        List<Heartbeat> beats,
        Map<UptimeWindow, BigDecimal> uptime) {
    public MonitorReading {
        beats = List.copyOf(beats);
        uptime = Map.copyOf(uptime);
    }

    /** Of a monitor that the source did not report. */
    public static MonitorReading absent(MonitorId id) {
        Monitor monitor = new Monitor(id, Monitor.Kind.UNKNOWN, "", "");
        return new MonitorReading(monitor, false, Monitor.State.ABSENT, List.of(), Map.of());
    }

    public MonitorId id() {
        return monitor.id();
    }
}
