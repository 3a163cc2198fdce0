package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** What the previous runs made of each monitor: bridges a retried check, and notices a monitor that is missing. */
public record MonitorMemory(Map<MonitorId, Remembered> monitors) {
    /** A first run, or a lost state. */
    public static final MonitorMemory NONE = new MonitorMemory(Map.of());

    public MonitorMemory {
        monitors = Map.copyOf(monitors);
    }

    /** The state of one monitor, if it was known. */
    public Optional<Remembered> of(MonitorId id) {
        return Optional.ofNullable(monitors.get(id));
    }

    /**
     * The class a run gave a monitor.
     *
     * @param observedAt when the class was observed itself, not carried over
     * @param listedAt the last run to which the source reported the monitor
     */
    public record Remembered(MonitorClass monitorClass, Instant observedAt, Instant listedAt) {
        public Remembered {
            Objects.requireNonNull(monitorClass, "monitorClass");
            Objects.requireNonNull(observedAt, "observedAt");
            Objects.requireNonNull(listedAt, "listedAt");
        }
    }
}
