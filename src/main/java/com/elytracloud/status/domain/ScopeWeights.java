package com.elytracloud.status.domain;

import java.util.List;

/** The weights of a scope, summed by class. */
public record ScopeWeights(long up, long down, long maintenance, long unknown) {
    /** A run that saw no scope at all. */
    public static final ScopeWeights NONE = new ScopeWeights(0, 0, 0, 0);

    /** @throws IllegalArgumentException if a sum is negative */
    public ScopeWeights {
        if (up < 0 || down < 0 || maintenance < 0 || unknown < 0) {
            throw new IllegalArgumentException("weights are 0 or more, not up %d, down %d, maintenance %d, unknown %d"
                    .formatted(up, down, maintenance, unknown));
        }
    }

    /** The weights of these monitors. */
    public static ScopeWeights of(List<ClassifiedMonitor> scope) {
        return new ScopeWeights(
                sum(scope, MonitorClass.UP),
                sum(scope, MonitorClass.DOWN),
                sum(scope, MonitorClass.MAINTENANCE),
                sum(scope, MonitorClass.UNKNOWN));
    }

    /** A scope of which only the weight is known. */
    public static ScopeWeights unseen(long weight) {
        return new ScopeWeights(0, 0, 0, weight);
    }

    /** Of all classes together. */
    public long all() {
        return up + down + maintenance + unknown;
    }

    private static long sum(List<ClassifiedMonitor> scope, MonitorClass wanted) {
        return scope.stream()
                .filter(monitor -> monitor.monitorClass() == wanted)
                .mapToLong(ClassifiedMonitor::weight)
                .sum();
    }
}
