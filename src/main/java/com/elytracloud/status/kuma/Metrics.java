package com.elytracloud.status.kuma;

import java.time.Instant;
import java.util.Map;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;

/**
 * The content of {@code /metrics}.
 *
 * @param version Kuma's version; empty if not reported
 * @param startedAt when Kuma's process started; {@link Instant#MIN} if not reported
 * @param monitors those that have an id; heartbeats and group are not among the metrics
 * @param nameless how many status lines are valid but have no id, as in Kuma 1
 * @param unreadable how many status lines cannot be parsed
 */
record Metrics(
        String version, Instant startedAt, Map<MonitorId, MonitorReading> monitors, int nameless, int unreadable) {
    /** None were requested. */
    static final Metrics NONE = new Metrics("", Instant.MIN, Map.of(), 0, 0);

    Metrics {
        monitors = Map.copyOf(monitors);
    }
}
