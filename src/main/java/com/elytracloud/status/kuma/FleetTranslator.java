package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;

/**
 * The monitors of the metrics, each with what the page adds, and those that only the page shows: Kuma drops a monitor
 * from its metrics after a new tag until a restart, and a push monitor after a restart until its next push.
 */
record FleetTranslator(Metrics metrics, HeartbeatPage heartbeats, StatusPage page) {
    static MonitorFleet fleet(Metrics metrics, HeartbeatPage heartbeats, StatusPage page) {
        FleetTranslator translator = new FleetTranslator(metrics, heartbeats, page);
        List<MonitorReading> readings = Stream.of(metrics.monitors(), heartbeats.monitors())
                .flatMap(monitors -> monitors.keySet().stream())
                .distinct()
                .map(translator::reading)
                .toList();
        return new MonitorFleet(readings, metrics.unreadable(), metrics.startedAt(), Map.of(), page.content());
    }

    private MonitorReading reading(MonitorId id) {
        MonitorReading listed = metrics.monitors().get(id);
        List<Heartbeat> beats = heartbeats.monitors().getOrDefault(id, List.of());
        Monitor onPage = page.monitors().getOrDefault(id, new Monitor(id, MonitorKind.UNKNOWN, "", ""));
        Map<UptimeWindow, BigDecimal> uptime = new EnumMap<>(UptimeWindow.class);
        if (heartbeats.shares().containsKey(id)) {
            uptime.put(UptimeWindow.LAST_24H, heartbeats.shares().get(id));
        }
        if (listed == null) {
            return new MonitorReading(onPage, false, heartbeats.newest(id).state(), beats, uptime);
        }
        uptime.putAll(listed.uptime());
        Monitor known = listed.monitor();
        Monitor monitor = new Monitor(id, known.kind(), known.type(), known.name(), known.target(), onPage.group());
        return new MonitorReading(monitor, true, listed.state(), beats, uptime);
    }
}
