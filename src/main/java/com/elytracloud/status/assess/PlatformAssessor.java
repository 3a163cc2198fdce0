package com.elytracloud.status.assess;

import java.util.List;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.UptimeCounts;

/** Many monitors to one status; the order of precedence is a table here, and exact: shares are whole numbers. */
public final class PlatformAssessor {
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
}
