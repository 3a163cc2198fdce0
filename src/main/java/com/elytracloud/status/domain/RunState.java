package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The state that a run stores for the next one.
 *
 * @param seq the number of the run that wrote it, 0 before the first; it only grows
 * @param slot the newest scheduled slot that was processed; {@link Instant#MIN} if there was none
 * @param writtenAt the instant of that run; {@link Instant#MIN} before the first
 * @param flaps the flap filter of the platform
 * @param components the state of each component, by its id
 * @param transitions oldest first, at most {@link Transition#KEPT}
 * @param backups the series of earlier listings; never published
 * @param announced all announcements of any origin, as of the last run
 */
public record RunState(
        long seq,
        Instant slot,
        Instant writtenAt,
        FlapState flaps,
        Map<String, ComponentState> components,
        KnownMonitors monitors,
        UptimeLedger ledger,
        DailyFigures figures,
        DailyHistory history,
        List<Transition> transitions,
        BackupState backups,
        Announcements announced) {
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
        Objects.requireNonNull(announced, "announced");
        if (seq < 0 || transitions.size() > Transition.KEPT) {
            throw new IllegalArgumentException("seq is 0 or more with at most %d transitions, not %d with %d"
                    .formatted(Transition.KEPT, seq, transitions.size()));
        }
    }

    /** Whether no run has written it: then nothing can be compared with it. */
    public boolean isFirst() {
        return seq == 0;
    }

    /** The same state with a higher number: if the stored state was lost, the published number still increases. */
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
                backups,
                announced);
    }

    /** The same with what this run published; a day can only become worse by it. */
    public RunState published(ComponentStatus platform, Map<String, ComponentStatus> statuses) {
        Map<String, ComponentState> shown = new HashMap<>(components);
        statuses.forEach((id, status) -> shown.computeIfPresent(
                id,
                (any, before) -> new ComponentState(
                        before.component(),
                        before.position(),
                        before.flaps(),
                        before.ledger(),
                        before.history().with(writtenAt, status))));
        return new RunState(
                seq,
                slot,
                writtenAt,
                flaps,
                shown,
                monitors,
                ledger,
                figures,
                history.with(writtenAt, platform),
                transitions,
                backups,
                announced);
    }

    /** The components in the order in which they are shown. */
    public List<ComponentState> shownComponents() {
        return components.values().stream()
                .sorted(Comparator.comparing(ComponentState::position))
                .toList();
    }
}
