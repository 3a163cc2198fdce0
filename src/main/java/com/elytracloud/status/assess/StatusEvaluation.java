package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/** The status of the platform and of its components in one run: the same table and the same flap filter for all. */
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

    /**
     * The components of one run, in the order in which they are shown.
     *
     * @param states the state of each for the next run, by its id
     */
    record Components(List<Evaluated> evaluated, List<ComponentVerdict> verdicts, Map<String, ComponentState> states) {}

    /** @param isKept whether the next run will know this one */
    Components components(List<Component> components, ClassifiedMonitors classified, RunState before, boolean isKept) {
        List<Evaluated> evaluated = new ArrayList<>();
        List<ComponentVerdict> verdicts = new ArrayList<>();
        Map<String, ComponentState> states = new HashMap<>();
        for (Component component : components) {
            ComponentState known = before.components().getOrDefault(component.id(), ComponentState.first(component));
            List<ClassifiedMonitor> scope = classified.of(component);
            Evaluated result = component(component, scope, known.flaps());
            UptimeLedger ledger = known.ledger().with(now, UptimeCounts.of(scope));
            ComponentVerdict verdict = new ComponentVerdict(
                    component,
                    result.verdict(isKept),
                    UptimeCalculator.ofComponent(
                            scope, ledger, classified.known().seeds(), now));
            evaluated.add(result);
            verdicts.add(verdict);
            states.put(
                    component.id(),
                    new ComponentState(
                            component,
                            states.size(),
                            result.filtered().next(),
                            ledger,
                            known.history().with(now, verdict.status())));
        }
        return new Components(evaluated, verdicts, states);
    }

    private Evaluated component(Component component, List<ClassifiedMonitor> scope, FlapState before) {
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
