package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.domain.UptimeWindow;

/**
 * The content of {@code /metrics}.
 *
 * @param ofKuma whether the metric {@code monitor_status} is announced; Kuma does so even without a monitor
 * @param version Kuma's version; empty if not reported
 * @param startedAt when Kuma's process started; {@link Instant#MIN} if not reported
 * @param monitors the monitors that have an id
 * @param nameless how many status lines are valid but have no id, as in Kuma 1
 * @param unreadable how many status lines cannot be parsed
 * @param complete whether the last family of Kuma's metrics was read
 * @param shares the source's own shares, also of monitors that have no status line
 */
record Metrics(
        boolean ofKuma,
        String version,
        Instant startedAt,
        Map<MonitorId, Line> monitors,
        int nameless,
        int unreadable,
        boolean complete,
        Map<MonitorId, Map<UptimeWindow, BigDecimal>> shares) {
    /** None were requested. */
    static final Metrics NONE = new Metrics(false, "", Instant.MIN, Map.of(), 0, 0, false, Map.of());

    Metrics {
        monitors = Map.copyOf(monitors);
        shares = Map.copyOf(shares);
    }

    /** Whether there is no line of any monitor. */
    boolean listNoMonitor() {
        return monitors.isEmpty() && nameless == 0 && unreadable == 0;
    }

    /** The content of the {@code monitor_status} lines of one monitor. */
    record Line(Monitor monitor, MonitorState state) {
        /**
         * Two lines of one id: Kuma 2.1.0 to 2.2.1 lists a tagged push monitor twice, and any version one that was
         * renamed. If they differ, neither is used.
         */
        Line and(Line other) {
            return new Line(monitor, state == other.state ? state : MonitorState.UNRECOGNISED);
        }
    }
}
