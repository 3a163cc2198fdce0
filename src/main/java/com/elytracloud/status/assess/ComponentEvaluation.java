package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.assess.StatusEvaluation.Evaluated;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/**
 * The components of one run, in the order in which they are shown.
 *
 * @param states the state of each for the next run, by its id
 */
record ComponentEvaluation(
        List<Evaluated> evaluated, List<ComponentVerdict> verdicts, Map<String, ComponentState> states) {
    /** @param isKept whether the next run will know this one */
    static ComponentEvaluation of(
            List<Component> components,
            StatusEvaluation evaluation,
            ClassifiedMonitors classified,
            RunState before,
            boolean isKept) {
        Instant now = evaluation.now();
        List<Evaluated> evaluated = new ArrayList<>();
        List<ComponentVerdict> verdicts = new ArrayList<>();
        Map<String, ComponentState> states = new HashMap<>();
        for (Component component : components) {
            ComponentState known = before.components().getOrDefault(component.id(), ComponentState.first(component));
            List<ClassifiedMonitor> scope = classified.of(component);
            Evaluated result = evaluation.component(component, scope, known.flaps());
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
        return new ComponentEvaluation(evaluated, verdicts, states);
    }
}
