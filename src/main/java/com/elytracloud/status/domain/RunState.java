package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

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

    public RunState {
        components = Map.copyOf(components);
        transitions = List.copyOf(transitions);
        if (seq < 0 || transitions.size() > Transition.KEPT) {
            throw new IllegalArgumentException("seq is 0 or more with at most %d transitions, not %d with %d"
                    .formatted(Transition.KEPT, seq, transitions.size()));
        }
    }

    /** Whether no run has written it: then nothing can be compared with it. */
    public boolean isFirst() {
        return seq == 0;
    }

    /**
     * The same with what this run publishes; a day can only become worse by it.
     *
     * @param least the smallest number it may have: if the stored state was lost, the published number still increases
     */
    public RunState published(long least, ComponentStatus platform, Map<String, ComponentStatus> statuses) {
        Map<String, ComponentState> shown = new HashMap<>(components);
        statuses.forEach(
                (id, status) -> shown.computeIfPresent(id, (any, before) -> before.published(writtenAt, status)));
        return new RunState(
                Math.max(seq, least),
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

    public List<ComponentState> shownComponents() {
        return components.values().stream()
                .sorted(Comparator.comparing(ComponentState::position))
                .toList();
    }
}
