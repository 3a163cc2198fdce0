package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;

/** Kuma's words to ours. */
final class FleetTranslator {
    private FleetTranslator() {}

    /** The monitors of the metrics, each with what a status page adds; states and 30 days come from the metrics alone. */
    static MonitorFleet fleet(Metrics metrics, HeartbeatPage page) {
        List<MonitorReading> readings = metrics.monitors().values().stream()
                .map(line -> reading(line, metrics, page))
                .toList();
        return new MonitorFleet(readings, metrics.startedAt());
    }

    /**
     * The monitors of a status page, which tells neither names nor kinds: a group on the page counts like any other.
     *
     * @param startedAt {@link Instant#MIN} if not known
     */
    static MonitorFleet fleet(HeartbeatPage page, Instant startedAt) {
        List<MonitorReading> readings =
                page.monitors().keySet().stream().map(id -> reading(id, page)).toList();
        return new MonitorFleet(readings, startedAt);
    }

    private static MonitorReading reading(MonitorLine line, Metrics metrics, HeartbeatPage page) {
        MonitorId id = line.monitor().id();
        Map<UptimeWindow, BigDecimal> uptime = new EnumMap<>(UptimeWindow.class);
        uptime.putAll(ofPage(id, page));
        // A push brings a new state but not a new share: the metrics show a share of long ago, or of the last outage.
        if (line.monitor().kind() != MonitorKind.PUSH) {
            uptime.putAll(metrics.shares().getOrDefault(id, Map.of()));
        }
        return new MonitorReading(
                line.monitor(), true, line.state(), beats(id, page).beats(), uptime);
    }

    private static MonitorReading reading(MonitorId id, HeartbeatPage page) {
        Monitor monitor = new Monitor(id, MonitorKind.PROBE, "", "", List.of());
        return new MonitorReading(
                monitor, false, beats(id, page).state(), beats(id, page).beats(), ofPage(id, page));
    }

    private static HeartbeatPage.Beats beats(MonitorId id, HeartbeatPage page) {
        return page.monitors().getOrDefault(id, HeartbeatPage.Beats.NONE);
    }

    private static Map<UptimeWindow, BigDecimal> ofPage(MonitorId id, HeartbeatPage page) {
        BigDecimal share = page.shares().get(id);
        return share == null ? Map.of() : Map.of(UptimeWindow.LAST_24H, share);
    }
}
