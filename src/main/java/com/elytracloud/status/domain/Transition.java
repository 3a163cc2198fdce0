package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

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

    /**
     * Those after one more run. Confirmed changes only: one that waits for its second run, or a single unknown, is none. A
     * first run has nothing to compare with.
     */
    public static List<Transition> next(RunState before, PlatformStatus confirmed, Instant now) {
        List<Transition> known = before.transitions();
        PlatformStatus from = before.flaps().confirmed();
        return before.isFirst() || from == confirmed
                ? known
                : Stream.concat(known.stream(), Stream.of(new Transition(now, from, confirmed)))
                        .skip(Math.max(0, known.size() + 1 - KEPT))
                        .toList();
    }
}
