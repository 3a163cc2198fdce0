package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;

import com.elytracloud.status.domain.MonitorId;
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
        Map<MonitorId, MonitorLine> monitors,
        int nameless,
        int unreadable,
        boolean complete,
        Map<MonitorId, Map<UptimeWindow, BigDecimal>> shares) {
    Metrics {
        Objects.requireNonNull(version, "version");
        Objects.requireNonNull(startedAt, "startedAt");
        monitors = Map.copyOf(monitors);
        shares = Map.copyOf(shares);
    }

    /** Whether there is no line of any monitor. */
    boolean listNoMonitor() {
        return monitors.isEmpty() && nameless == 0 && unreadable == 0;
    }
}
