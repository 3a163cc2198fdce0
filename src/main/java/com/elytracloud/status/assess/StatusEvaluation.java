package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;

/**
 * The status of the platform and of its components in one run: the same table and the same flap filter for all.
 *
 * @param critical the ids of the critical monitors
 */
record StatusEvaluation(
        Set<MonitorId> critical, Reading<MonitorFleet> monitors, Reading<ClassifiedMonitors> fleet, Instant now) {
    /**
     * One status.
     *
     * @param isCritical whether a critical monitor is part of it
     * @param raw by the table, from this run alone
     */
    record Evaluated(boolean isCritical, PlatformVerdict raw, Filtered filtered) {
        /** The status to publish, with the reason of this run; unfiltered if the counters cannot be stored. */
        PlatformVerdict verdict(boolean isKept) {
            return isKept ? new PlatformVerdict(filtered.published(), raw.reason()) : raw;
        }
    }

    Evaluated component(Component component, List<ClassifiedMonitor> scope, FlapState before) {
        return evaluated(!Collections.disjoint(component.monitors(), critical), before, scope, raw(scope));
    }

    /** The platform is never better than its components: it is unknown while a critical component is. */
    Evaluated platform(List<ClassifiedMonitor> scope, FlapState before, List<Evaluated> components) {
        PlatformVerdict raw = raw(scope);
        boolean hides = raw.status() == PlatformStatus.OPERATIONAL
                && components.stream().anyMatch(each -> each.isCritical && each.raw.status() == PlatformStatus.UNKNOWN);
        return evaluated(!critical.isEmpty(), before, scope, hides ? unknown("COMPONENT_UNKNOWN") : raw);
    }

    private PlatformVerdict raw(List<ClassifiedMonitor> scope) {
        return fleet.fold(
                found ->
                        found.isBlind() ? unknown(PlatformVerdict.SOURCE_LOST_NETWORK) : PlatformAssessor.assess(scope),
                () -> unknown("SOURCE_EMPTY"),
                failure -> unknown("SOURCE_" + failure.reason()));
    }

    private Evaluated evaluated(
            boolean isCritical, FlapState before, List<ClassifiedMonitor> scope, PlatformVerdict raw) {
        boolean evidence =
                monitors.fold(found -> PlatformAssessor.isEvident(scope, found), () -> false, failure -> false);
        return new Evaluated(isCritical, raw, FlapFilter.filter(before, raw.status(), evidence, now));
    }

    private static PlatformVerdict unknown(String reason) {
        return new PlatformVerdict(PlatformStatus.UNKNOWN, reason);
    }
}
