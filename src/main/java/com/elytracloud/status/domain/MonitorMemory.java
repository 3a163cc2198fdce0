package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the previous run made of each monitor: bridges a retried check and a restart of the source, for minutes only. */
public record MonitorMemory(Map<MonitorId, Remembered> monitors) {
    /** A first run, or a lost state. */
    public static final MonitorMemory NONE = new MonitorMemory(Map.of());

    public MonitorMemory {
        monitors = Map.copyOf(monitors);
    }

    /** What is remembered of one monitor, if it was known. */
    public Optional<Remembered> of(MonitorId id) {
        return Optional.ofNullable(monitors.get(id));
    }

    /**
     * The class a run gave a monitor.
     *
     * @param observedAt when the class was last seen itself, not carried over
     */
    public record Remembered(MonitorClass monitorClass, Instant observedAt) {
        public Remembered {
            Objects.requireNonNull(monitorClass, "monitorClass");
            Objects.requireNonNull(observedAt, "observedAt");
        }
    }
}
