package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;

/** Translates Kuma's model to ours. */
final class FleetTranslator {
    private FleetTranslator() {}

    /**
     * The monitors of the metrics, each with what the page adds, and those that only the page shows: Kuma drops a monitor
     * from its metrics after a new tag until a restart, and a push monitor after a restart until its next push.
     */
    static MonitorFleet fleet(Metrics metrics, HeartbeatPage heartbeats, StatusPage page) {
        List<MonitorReading> readings = new ArrayList<>();
        metrics.monitors().values().forEach(line -> readings.add(listed(line, metrics, heartbeats, page)));
        heartbeats.monitors().keySet().stream()
                .filter(id -> !metrics.monitors().containsKey(id))
                .forEach(id -> readings.add(onlyShown(id, heartbeats, page)));
        return new MonitorFleet(readings, metrics.unreadable(), metrics.startedAt()).with(page.content());
    }

    private static MonitorReading listed(
            Metrics.Line line, Metrics metrics, HeartbeatPage heartbeats, StatusPage page) {
        MonitorId id = line.monitor().id();
        Map<UptimeWindow, BigDecimal> uptime = new EnumMap<>(UptimeWindow.class);
        uptime.putAll(lastDay(id, heartbeats));
        // A push brings a new state but not a new share: the metrics show a share of long ago, or of the last outage.
        if (line.monitor().kind() != MonitorKind.PUSH) {
            uptime.putAll(metrics.shares().getOrDefault(id, Map.of()));
        }
        Monitor onPage = page.monitors().get(id);
        Monitor monitor = onPage == null ? line.monitor() : line.monitor().in(onPage.group());
        return new MonitorReading(
                monitor, true, line.state(), heartbeats.monitors().getOrDefault(id, List.of()), uptime);
    }

    private static MonitorReading onlyShown(MonitorId id, HeartbeatPage heartbeats, StatusPage page) {
        return new MonitorReading(
                page.monitors().getOrDefault(id, new Monitor(id, MonitorKind.UNKNOWN, "", "")),
                false,
                heartbeats.newest(id).state(),
                heartbeats.monitors().get(id),
                lastDay(id, heartbeats));
    }

    private static Map<UptimeWindow, BigDecimal> lastDay(MonitorId id, HeartbeatPage page) {
        BigDecimal share = page.shares().get(id);
        return share == null ? Map.of() : Map.of(UptimeWindow.LAST_24H, share);
    }
}
