package com.elytracloud.status.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The monitors of one run, each with its class.
 *
 * @param monitors every monitor the source reported or should have reported, and every one that the operator named
 * @param scope the ids among them by which the platform is evaluated
 * @param notMonitored the ids that are paused or deleted at the source, with the reason for thinking so
 * @param isBlind whether all control monitors fail, so that the source has lost its own network and every class is unknown
 * @param known the monitor state for the next run
 */
public record ClassifiedMonitors(
        Map<MonitorId, ClassifiedMonitor> monitors,
        Set<MonitorId> scope,
        Map<MonitorId, String> notMonitored,
        boolean isBlind,
        KnownMonitors known) {
    public ClassifiedMonitors {
        monitors = Map.copyOf(monitors);
        scope = Set.copyOf(scope);
        notMonitored = Map.copyOf(notMonitored);
    }

    /** Those of a run without any answer. */
    public static ClassifiedMonitors none(KnownMonitors known) {
        return new ClassifiedMonitors(Map.of(), Set.of(), Map.of(), false, known);
    }

    public List<ClassifiedMonitor> inScope() {
        return only(scope);
    }

    public List<ClassifiedMonitor> of(Component component) {
        return only(component.monitors());
    }

    private List<ClassifiedMonitor> only(Set<MonitorId> ids) {
        return ids.stream()
                .sorted()
                .filter(monitors::containsKey)
                .map(monitors::get)
                .toList();
    }
}
