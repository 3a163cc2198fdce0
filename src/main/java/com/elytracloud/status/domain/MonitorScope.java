package com.elytracloud.status.domain;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Which monitors the operator wants evaluated, and how.
 *
 * @param only the ids that count; empty means every monitor of the source
 * @param critical ids whose failure alone is an outage; they count even where {@code only} is empty and they are absent
 * @param controls ids of well-known outside targets: they show whether the source itself has a network connection, and
 *     count for nothing else
 * @param weights ids with a weight other than 1, each at least 1
 * @param ownSite the address below which the status site is published, empty if unknown; monitors of it would feed back
 *     and are left out
 */
public record MonitorScope(
        Set<MonitorId> only,
        Set<MonitorId> critical,
        Set<MonitorId> controls,
        Map<MonitorId, Integer> weights,
        String ownSite) {
    /** Every monitor, each with weight 1, none critical. */
    public static final MonitorScope EVERYTHING = new MonitorScope(Set.of(), Set.of(), Set.of(), Map.of(), "");

    public MonitorScope {
        only = Set.copyOf(only);
        critical = Set.copyOf(critical);
        controls = Set.copyOf(controls);
        weights = Map.copyOf(weights);
        weights.forEach((id, weight) -> {
            if (weight < 1) {
                throw new IllegalArgumentException(
                        "the weight of monitor %s is %d, not 1 or more".formatted(id, weight));
            }
        });
    }

    public boolean isEverything() {
        return only.isEmpty();
    }

    /** Whether the operator named this id, so that its absence is a lack of evidence and not a paused monitor. */
    public boolean names(MonitorId id) {
        return only.contains(id) || critical.contains(id);
    }

    /** Every id that the operator named for the platform or as a control. */
    public Set<MonitorId> named() {
        Set<MonitorId> named = new HashSet<>(only);
        named.addAll(critical);
        named.addAll(controls);
        return named;
    }

    public int weightOf(MonitorId id) {
        return weights.getOrDefault(id, 1);
    }
}
