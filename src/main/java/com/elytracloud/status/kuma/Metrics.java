package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.domain.UptimeWindow;

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

    /**
     * The monitors of the metrics, each with what the page adds, and those that only the page shows: Kuma drops a monitor
     * from its metrics after a new tag until a restart, and a push monitor after a restart until its next push.
     */
    MonitorFleet fleet(HeartbeatPage heartbeats, SourcePage page) {
        Map<MonitorId, Monitor> onPage = page.monitors();
        List<MonitorReading> readings = Stream.of(monitors, heartbeats.monitors())
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .map(id -> reading(monitors.getOrDefault(id, MonitorReading.absent(id)), heartbeats, onPage))
                .toList();
        return new MonitorFleet(readings, unreadable, startedAt, Map.of(), page);
    }

    private static MonitorReading reading(
            MonitorReading listed, HeartbeatPage heartbeats, Map<MonitorId, Monitor> onPage) {
        MonitorId id = listed.id();
        List<Heartbeat> beats = heartbeats.monitors().getOrDefault(id, List.of());
        Monitor shown = onPage.getOrDefault(id, listed.monitor());
        Map<UptimeWindow, BigDecimal> uptime = new EnumMap<>(UptimeWindow.class);
        if (heartbeats.shares().containsKey(id)) {
            uptime.put(UptimeWindow.LAST_24H, heartbeats.shares().get(id));
        }
        if (!listed.listed()) {
            return new MonitorReading(shown, false, heartbeats.newest(id).state(), beats, uptime);
        }
        uptime.putAll(listed.uptime());
        return new MonitorReading(listed.monitor().in(shown.group()), true, listed.state(), beats, uptime);
    }
}
