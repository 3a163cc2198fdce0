package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/** One result of one monitor at one instant, by the source's clock. */
public record Heartbeat(Instant at, MonitorState state) {
    public Heartbeat {
        Objects.requireNonNull(at, "at");
        Objects.requireNonNull(state, "state");
    }
}
