package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

/**
 * The status of the platform and of its components in one run: the same table and the same flap filter for all.
 *
 * @param isKept whether the next run will know this one; otherwise the status is published unfiltered
 */
record StatusEvaluation(
        Set<MonitorId> critical, Reading<ClassifiedMonitors> reading, boolean isKept, ShownStatus shown, Instant now) {
    /** The status to publish, with the reason of this run. */
    record Evaluated(PlatformVerdict verdict, FlapState next) {}

    /** @param isGap whether a critical monitor is part of it and this run alone knows nothing of it */
    record EvaluatedComponent(Component.Verdict verdict, Component.State next, boolean isGap) {}

    /** @param position where it is shown among the others, from 0 */
    EvaluatedComponent component(
            Component component, int position, Component.State before, ClassifiedMonitors classified) {
        List<ClassifiedMonitor> scope = classified.of(component);
        PlatformVerdict raw = raw(scope);
        Evaluated result = evaluated(raw, before.flaps(), scope);
        UptimeLedger ledger = before.ledger().with(now, UptimeCounts.of(scope));
        UptimeCalculator uptime = new UptimeCalculator(
                List.of(UptimeWindow.values()),
                scope,
                DailyFigures.NONE,
                ledger,
                classified.known().seeds(),
                now);
        ComponentStatus published = shown.component(component.id(), result.verdict.componentStatus());
        DailyHistory history = before.history().with(now, published);
        return new EvaluatedComponent(
                new Component.Verdict(component, result.verdict, published, uptime.calculate()),
                new Component.State(component, position, result.next, ledger, history),
                raw.status() == PlatformStatus.UNKNOWN && !Collections.disjoint(component.monitors(), critical));
    }

    /** The platform is never better than its components: it is unknown while a critical component is. */
    Evaluated platform(List<ClassifiedMonitor> scope, FlapState before, List<EvaluatedComponent> components) {
        PlatformVerdict raw = raw(scope);
        boolean hides = raw.status() == PlatformStatus.OPERATIONAL
                && components.stream().anyMatch(EvaluatedComponent::isGap);
        return evaluated(hides ? unknown("COMPONENT_UNKNOWN") : raw, before, scope);
    }

    private PlatformVerdict raw(List<ClassifiedMonitor> scope) {
        return reading.fold(
                found ->
                        found.isBlind() ? unknown(PlatformVerdict.SOURCE_LOST_NETWORK) : PlatformAssessor.assess(scope),
                () -> unknown("SOURCE_EMPTY"),
                failure -> unknown("SOURCE_" + failure.reason()));
    }

    private Evaluated evaluated(PlatformVerdict raw, FlapState before, List<ClassifiedMonitor> scope) {
        Filtered filtered = FlapFilter.filter(before, raw.status(), PlatformAssessor.isEvident(scope), now);
        return new Evaluated(isKept ? new PlatformVerdict(filtered.published(), raw.reason()) : raw, filtered.next());
    }

    private static PlatformVerdict unknown(String reason) {
        return new PlatformVerdict(PlatformStatus.UNKNOWN, reason);
    }
}
