package com.elytracloud.status.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A fleet with the class this run gives each monitor.
 *
 * @param monitors every monitor of the fleet, and every one that the operator named or that should have been there
 * @param scope the ids among them by which the platform is judged
 * @param memory what the next run should know of this one
 */
public record ClassedFleet(Map<MonitorId, ClassedMonitor> monitors, Set<MonitorId> scope, MonitorMemory memory) {
    public ClassedFleet {
        monitors = Map.copyOf(monitors);
        scope = Set.copyOf(scope);
    }

    /** The monitors by which the platform is judged. */
    public List<ClassedMonitor> inScope() {
        return only(scope);
    }

    /** The monitors by which a component is judged. */
    public List<ClassedMonitor> of(Component component) {
        return only(component.monitors());
    }

    private List<ClassedMonitor> only(Set<MonitorId> ids) {
        return ids.stream()
                .sorted()
                .filter(monitors::containsKey)
                .map(monitors::get)
                .toList();
    }
}
