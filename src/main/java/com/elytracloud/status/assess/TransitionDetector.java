package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;

/**
 * Detects confirmed status changes. A status that still waits for its second run is no transition, and neither is a
 * single unknown: nobody would read a feed of blips.
 */
public final class TransitionDetector {
    private TransitionDetector() {}

    /** The transition that a run confirmed; none on a first run, which has nothing to compare with. */
    public static Optional<Transition> detect(RunState before, FlapState after, Instant at) {
        PlatformStatus from = before.flaps().confirmed();
        return before.isFirst() || from == after.confirmed()
                ? Optional.empty()
                : Optional.of(new Transition(at, from, after.confirmed()));
    }

    /** The newest {@link Transition#KEPT}, that of this run included. */
    public static List<Transition> extend(RunState before, FlapState after, Instant at) {
        List<Transition> all = Stream.concat(before.transitions().stream(), detect(before, after, at).stream())
                .toList();
        return all.subList(Math.max(0, all.size() - Transition.KEPT), all.size());
    }
}
