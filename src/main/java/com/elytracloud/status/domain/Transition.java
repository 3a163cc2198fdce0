package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A confirmed change of the platform's status.
 *
 * @param at the run that confirmed it
 */
public record Transition(Instant at, PlatformStatus from, PlatformStatus to) {
    public static final int KEPT = 100;

    public Transition {
        if (from == Objects.requireNonNull(to, "to")) {
            throw new IllegalArgumentException("from %s to %s is not a transition".formatted(from, to));
        }
    }
}
