package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.UptimeCounts;

/** Many monitors to one status; the order of precedence is a table here, and exact: shares are whole numbers. */
public final class PlatformAssessor {
    private static final int BEATS = 3;
    private static final Duration SPAN = Duration.ofMinutes(5);

    private PlatformAssessor() {}

    /** Evaluates the platform, or one component, by the monitors in its scope; the first matching row decides. */
    public static PlatformVerdict assess(List<ClassifiedMonitor> scope) {
        UptimeCounts w = UptimeCounts.of(scope);
        long available = w.expected() - w.maintenance();
        long known = w.expected() - w.unknown();
        if (w.expected() == 0) {
            return verdict(PlatformStatus.UNKNOWN, "EMPTY_SCOPE");
        }
        if (available == 0) {
            return verdict(PlatformStatus.DEGRADED, PlatformVerdict.ALL_MAINTENANCE);
        }
        if (2 * known < w.expected()) {
            return verdict(PlatformStatus.UNKNOWN, "LOW_COVERAGE");
        }
        if (anyCritical(scope, MonitorClass.DOWN)) {
            return verdict(PlatformStatus.OUTAGE, "CRITICAL_DOWN");
        }
        if (2 * w.down() > available) {
            return verdict(PlatformStatus.OUTAGE, "MAJORITY_DOWN");
        }
        if (w.down() > 0) {
            return verdict(PlatformStatus.DEGRADED, "SOME_DOWN");
        }
        if (anyCritical(scope, MonitorClass.MAINTENANCE) || 2 * w.maintenance() >= w.expected()) {
            return verdict(PlatformStatus.DEGRADED, PlatformVerdict.MAINTENANCE);
        }
        if (anyCritical(scope, MonitorClass.UNKNOWN)) {
            return verdict(PlatformStatus.UNKNOWN, "CRITICAL_UNKNOWN");
        }
        return 10 * known >= 9 * w.expected()
                ? verdict(PlatformStatus.OPERATIONAL, "OK")
                : verdict(PlatformStatus.UNKNOWN, "LOW_COVERAGE");
    }

    private static PlatformVerdict verdict(PlatformStatus status, String reason) {
        return new PlatformVerdict(status, reason);
    }

    private static boolean anyCritical(List<ClassifiedMonitor> scope, MonitorClass wanted) {
        return scope.stream().anyMatch(monitor -> monitor.critical() && monitor.monitorClass() == wanted);
    }

    /**
     * Whether an outage is confirmed within one run: a monitor that decides it has been down for its newest three or more heartbeats, over at
     * least five minutes. A source that shows no heartbeats gives no evidence.
     */
    static boolean isEvident(List<ClassifiedMonitor> scope, MonitorFleet fleet) {
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
        return beats.size() - first >= BEATS
                && !beats.get(first)
                        .at()
                        .isAfter(beats.get(beats.size() - 1).at().minus(SPAN));
    }
}
