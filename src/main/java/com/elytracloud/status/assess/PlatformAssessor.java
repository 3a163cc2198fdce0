package com.elytracloud.status.assess;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
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
        long all = w.expected();
        long available = all - w.maintenance();
        long known = all - w.unknown();
        boolean maintenance = anyCritical(scope, MonitorClass.MAINTENANCE) || 2 * w.maintenance() >= all;
        return Stream.of(
                        row(all == 0, PlatformStatus.UNKNOWN, "EMPTY_SCOPE"),
                        row(available == 0, PlatformStatus.DEGRADED, PlatformVerdict.ALL_MAINTENANCE),
                        row(2 * known < all, PlatformStatus.UNKNOWN, "LOW_COVERAGE"),
                        row(anyCritical(scope, MonitorClass.DOWN), PlatformStatus.OUTAGE, "CRITICAL_DOWN"),
                        row(2 * w.down() > available, PlatformStatus.OUTAGE, "MAJORITY_DOWN"),
                        row(w.down() > 0, PlatformStatus.DEGRADED, "SOME_DOWN"),
                        row(maintenance, PlatformStatus.DEGRADED, PlatformVerdict.MAINTENANCE),
                        row(anyCritical(scope, MonitorClass.UNKNOWN), PlatformStatus.UNKNOWN, "CRITICAL_UNKNOWN"),
                        row(10 * known >= 9 * all, PlatformStatus.OPERATIONAL, "OK"),
                        row(true, PlatformStatus.UNKNOWN, "LOW_COVERAGE"))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }

    private static Optional<PlatformVerdict> row(boolean holds, PlatformStatus status, String reason) {
        return holds ? Optional.of(new PlatformVerdict(status, reason)) : Optional.empty();
    }

    private static boolean anyCritical(List<ClassifiedMonitor> scope, MonitorClass wanted) {
        return scope.stream().anyMatch(monitor -> monitor.critical() && monitor.monitorClass() == wanted);
    }

    /**
     * Whether an outage is confirmed within one run: a monitor that decides it has been down for its newest three or more
     * heartbeats, over at least five minutes. A source that shows no heartbeats gives no evidence.
     */
    static boolean isEvident(List<ClassifiedMonitor> scope) {
        // A critical monitor makes an outage by itself; without one it is the majority of those that are down.
        boolean critical = anyCritical(scope, MonitorClass.DOWN);
        return scope.stream()
                .filter(monitor -> monitor.monitorClass() == MonitorClass.DOWN && (monitor.critical() || !critical))
                .anyMatch(monitor -> isLastingDown(monitor.reading().beats()));
    }

    private static boolean isLastingDown(List<Heartbeat> beats) {
        int first = beats.size();
        while (first > 0 && beats.get(first - 1).state() == Monitor.State.DOWN) {
            first--;
        }
        // A heartbeat without a readable time does not show for how long.
        List<Heartbeat> down = beats.subList(first, beats.size());
        return down.size() >= BEATS
                && down.stream().noneMatch(beat -> beat.at().equals(Heartbeat.UNDATED))
                && !down.get(0).at().isAfter(down.get(down.size() - 1).at().minus(SPAN));
    }
}
