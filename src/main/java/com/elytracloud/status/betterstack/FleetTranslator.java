package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorState;

/** Better Stack's words to ours. */
final class FleetTranslator {
    private FleetTranslator() {}

    /** The monitors that are not paused. */
    static MonitorFleet fleet(Collection<WatchedMonitor> monitors) {
        List<MonitorReading> readings = monitors.stream()
                .flatMap(monitor ->
                        BetterStackStates.of(monitor.status()).map(state -> reading(monitor, state)).stream())
                .toList();
        return new MonitorFleet(readings, Instant.MIN);
    }

    private static MonitorReading reading(WatchedMonitor watched, MonitorState state) {
        Monitor monitor = new Monitor(watched.id(), MonitorKind.PROBE, watched.name(), watched.url(), List.of());
        return new MonitorReading(monitor, true, state, beats(watched, state), Map.of());
    }

    // The last check, and the one that was due before it: of that one only the time is known, so that the interval can
    // be
    // told. In maintenance nothing is checked, and the last check is as old as it should be.
    private static List<Heartbeat> beats(WatchedMonitor watched, MonitorState state) {
        boolean known =
                !watched.checkedAt().equals(Instant.MIN) && !watched.interval().isZero();
        return known && state != MonitorState.MAINTENANCE
                ? List.of(
                        new Heartbeat(watched.checkedAt().minus(watched.interval()), MonitorState.UNRECOGNISED),
                        new Heartbeat(watched.checkedAt(), state))
                : List.of();
    }
}
