package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The state of each monitor from previous runs: bridges a retried check and detects a missing monitor.
 *
 * @param groups the monitors that were groups when the source last reported them, and did not count because they repeat
 *     their children; earlier builds put every group here
 * @param seeds the source's own uptime of longer spans, as it was when first seen
 */
public record KnownMonitors(
        Map<MonitorId, KnownMonitor> monitors, Set<MonitorId> groups, Map<MonitorId, UptimeSeed> seeds) {
    /** A first run, or a lost state. */
    public static final KnownMonitors NONE = new KnownMonitors(Map.of(), Set.of(), Map.of());

    public KnownMonitors {
        monitors = Map.copyOf(monitors);
        groups = Set.copyOf(groups);
        seeds = Map.copyOf(seeds);
    }

    public Optional<KnownMonitor> of(MonitorId id) {
        return Optional.ofNullable(monitors.get(id));
    }

    public Map<MonitorId, KnownMonitor> withoutGroups() {
        Map<MonitorId, KnownMonitor> others = new HashMap<>(monitors);
        others.keySet().removeAll(groups);
        return others;
    }

    /** Whether a monitor repeats its children, by the source's current report or, without one, its last. */
    public boolean isGroup(Monitor monitor) {
        return monitor.kind() == Monitor.Kind.GROUP
                || (monitor.kind() == Monitor.Kind.UNKNOWN && groups.contains(monitor.id()));
    }

    /**
     * The class a run gave a monitor.
     *
     * @param observedAt when the class was observed itself, not carried over
     * @param listedAt the last run to which the source reported the monitor
     */
    public record KnownMonitor(MonitorClass monitorClass, Instant observedAt, Instant listedAt) {}

    /**
     * The source's own uptime of a monitor before we measured it.
     *
     * @param at when the source was requested
     * @param shares 0 to 1 by the number of days that end then; empty if the source has none
     */
    public record UptimeSeed(Instant at, Map<Integer, BigDecimal> shares) {
        public UptimeSeed {
            shares = Map.copyOf(shares);
        }
    }
}
