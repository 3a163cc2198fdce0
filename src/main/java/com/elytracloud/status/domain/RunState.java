package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * The state that a run stores for the next one.
 *
 * @param seq the number of the run that wrote it, 0 before the first; it only grows
 * @param slot the newest scheduled slot that was processed; {@link Instant#MIN} if there was none
 * @param writtenAt the instant of that run; {@link Instant#MIN} before the first
 * @param flaps the flap filter of the platform
 * @param components the state of each component, by its id
 * @param transitions oldest first, at most {@link #TRANSITIONS_KEPT}
 * @param backups the series of earlier listings; never published
 * @param announced all announcements of any origin, as of the last run
 */
public record RunState(
        long seq,
        Instant slot,
        Instant writtenAt,
        FlapState flaps,
        Map<String, Component.State> components,
        KnownMonitors monitors,
        UptimeLedger ledger,
        DailyFigures figures,
        DailyHistory history,
        List<Transition> transitions,
        BackupState backups,
        Announcements announced) {
    public static final int TRANSITIONS_KEPT = 100;

    /** Before the first run, or after a lost state. */
    public static final RunState FIRST = new RunState(
            0,
            Instant.MIN,
            Instant.MIN,
            FlapState.NONE,
            Map.of(),
            KnownMonitors.NONE,
            UptimeLedger.EMPTY,
            DailyFigures.NONE,
            DailyHistory.NONE,
            List.of(),
            BackupState.NONE,
            Announcements.NONE);

    public RunState {
        components = Map.copyOf(components);
        transitions = List.copyOf(transitions);
        if (seq < 0 || transitions.size() > TRANSITIONS_KEPT) {
            throw new IllegalArgumentException("seq is 0 or more with at most %d transitions, not %d with %d"
                    .formatted(TRANSITIONS_KEPT, seq, transitions.size()));
        }
    }

    public List<Component.State> shownComponents() {
        return components.values().stream()
                .sorted(Comparator.comparing(Component.State::position))
                .toList();
    }

    /** The transitions after one more run that confirmed this status. A first run has nothing to compare with. */
    public List<Transition> transitionsWith(PlatformStatus status, Instant now) {
        PlatformStatus from = flaps.confirmed();
        return seq == 0 || from == status
                ? transitions
                : Stream.concat(transitions.stream(), Stream.of(new Transition(now, from, status)))
                        .skip(Math.max(0, transitions.size() + 1 - TRANSITIONS_KEPT))
                        .toList();
    }

    /**
     * A confirmed change of the platform's status: one that waits for its second run, or a single unknown, is none.
     *
     * @param at the run that confirmed it
     */
    public record Transition(Instant at, PlatformStatus from, PlatformStatus to) {
        public Transition {
            if (from == Objects.requireNonNull(to, "to")) {
                throw new IllegalArgumentException("from %s to %s is not a transition".formatted(from, to));
            }
        }
    }
}
