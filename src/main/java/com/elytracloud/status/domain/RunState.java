package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything a run remembers for the next.
 *
 * @param seq the number of the run that wrote it, 0 before the first; it only grows
 * @param slot the newest scheduled slot that was processed; {@link Instant#MIN} if there was none
 * @param writtenAt the instant of that run; {@link Instant#MIN} before the first
 * @param flaps the flap filter of the platform
 * @param components the flap filter of each component, by its id
 * @param transitions oldest first, at most {@link Transition#KEPT}
 * @param backups the series of earlier listings; never published
 */
public record RunState(
        long seq,
        Instant slot,
        Instant writtenAt,
        FlapState flaps,
        Map<String, FlapState> components,
        MonitorMemory monitors,
        UptimeLedger ledger,
        DailyFigures figures,
        DailyHistory history,
        List<Transition> transitions,
        BackupState backups) {
    /** Before the first run, or after a lost state. */
    public static final RunState FIRST = new RunState(
            0,
            Instant.MIN,
            Instant.MIN,
            FlapState.NONE,
            Map.of(),
            MonitorMemory.NONE,
            UptimeLedger.EMPTY,
            DailyFigures.NONE,
            DailyHistory.NONE,
            List.of(),
            BackupState.NONE);

    /** @throws IllegalArgumentException if the number is negative, or there are more transitions than are ever kept */
    public RunState {
        Objects.requireNonNull(slot, "slot");
        Objects.requireNonNull(writtenAt, "writtenAt");
        Objects.requireNonNull(flaps, "flaps");
        components = Map.copyOf(components);
        Objects.requireNonNull(monitors, "monitors");
        Objects.requireNonNull(ledger, "ledger");
        Objects.requireNonNull(figures, "figures");
        Objects.requireNonNull(history, "history");
        transitions = List.copyOf(transitions);
        Objects.requireNonNull(backups, "backups");
        if (seq < 0 || transitions.size() > Transition.KEPT) {
            throw new IllegalArgumentException("seq is 0 or more with at most %d transitions, not %d with %d"
                    .formatted(Transition.KEPT, seq, transitions.size()));
        }
    }

    /** Whether no run has written it: then nothing can be said to have changed. */
    public boolean isFirst() {
        return seq == 0;
    }

    /** The same with a higher number: where the memory was lost, the published number still counts on. */
    public RunState atLeast(long number) {
        return new RunState(
                Math.max(seq, number),
                slot,
                writtenAt,
                flaps,
                components,
                monitors,
                ledger,
                figures,
                history,
                transitions,
                backups);
    }

    /** The same with what visitors were told in this run where a person spoke; a day can only become worse by it. */
    public RunState told(PlatformStatus status) {
        return new RunState(
                seq,
                slot,
                writtenAt,
                flaps,
                components,
                monitors,
                ledger,
                figures,
                history.with(writtenAt, status),
                transitions,
                backups);
    }
}
