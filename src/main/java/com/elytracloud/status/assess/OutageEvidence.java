package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;

/** Heartbeats that confirm an outage within one run, so that nobody waits ten minutes for what the source already saw. */
public final class OutageEvidence {
    private static final int BEATS = 3;
    private static final Duration SPAN = Duration.ofMinutes(5);

    private OutageEvidence() {}

    /**
     * Whether a monitor that decides this run's outage has been down for its newest three or more heartbeats, over at
     * least five minutes. A source that shows no heartbeats gives no evidence.
     *
     * @param scope the monitors of the platform or of a component
     */
    public static boolean confirms(List<ClassifiedMonitor> scope, MonitorFleet fleet) {
        Set<MonitorId> deciding = deciding(scope);
        return fleet.readings().stream()
                .filter(reading -> deciding.contains(reading.id()))
                .anyMatch(reading -> isLastingDown(reading.beats()));
    }

    // A critical monitor makes an outage by itself; without one it is the majority of those that are down.
    private static Set<MonitorId> deciding(List<ClassifiedMonitor> scope) {
        List<ClassifiedMonitor> down = scope.stream()
                .filter(monitor -> monitor.monitorClass() == MonitorClass.DOWN)
                .toList();
        boolean critical = down.stream().anyMatch(ClassifiedMonitor::critical);
        return down.stream()
                .filter(monitor -> monitor.critical() || !critical)
                .map(ClassifiedMonitor::id)
                .collect(Collectors.toSet());
    }

    private static boolean isLastingDown(List<Heartbeat> beats) {
        int first = beats.size();
        while (first > 0 && beats.get(first - 1).state() == MonitorState.DOWN) {
            first--;
        }
        return beats.size() - first >= BEATS && spans(beats.get(first), beats.get(beats.size() - 1));
    }

    private static boolean spans(Heartbeat first, Heartbeat newest) {
        Instant earliest = newest.at().minus(SPAN);
        return !first.at().isAfter(earliest);
    }
}
