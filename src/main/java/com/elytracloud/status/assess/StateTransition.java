package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeWindow;

/** The state after a run, made of the state before it and of what the run observed and concluded. */
final class StateTransition {
    private StateTransition() {}

    /**
     * The observations and conclusions of one run.
     *
     * @param slot the scheduled slot it was started for; {@link Instant#MIN} if a person started it
     * @param classified the monitors; if the source did not answer those of the previous run are kept in their state
     * @param filtered the platform after the flap filter
     * @param day the measured status as it counts for the day
     * @param components the state of each component after this run, by its id
     * @param announced everything that is announced after this run
     */
    record Run(
            Instant now,
            Instant slot,
            ClassifiedMonitors classified,
            Filtered filtered,
            ComponentStatus day,
            Map<String, ComponentState> components,
            Reading<BackupListing> backups,
            Announcements announced) {}

    static RunState advance(RunState before, Run run, BackupPolicy policy) {
        List<ClassifiedMonitor> scope = run.classified.inScope();
        DailyFigures figures = UptimeCalculator.shareBySource(scope, UptimeWindow.LAST_24H)
                .map(share -> before.figures().with(run.now, share))
                .orElse(before.figures());
        return new RunState(
                before.seq() + 1,
                before.slot().isAfter(run.slot) ? before.slot() : run.slot,
                run.now,
                run.filtered.next(),
                run.components,
                run.classified.known(),
                before.ledger().with(run.now, UptimeCounts.of(scope)),
                figures,
                before.history().with(run.now, run.day),
                transitions(before, run.filtered.next().confirmed(), run.now),
                run.backups.fold(
                        found -> KnownSeries.next(found, before.backups(), policy, run.now),
                        before::backups,
                        failure -> before.backups()),
                run.announced);
    }

    // Confirmed changes only: one that waits for its second run, or a single unknown, is none. A first run has nothing
    // to compare with.
    private static List<Transition> transitions(RunState before, PlatformStatus confirmed, Instant now) {
        PlatformStatus from = before.flaps().confirmed();
        if (before.isFirst() || from == confirmed) {
            return before.transitions();
        }
        return Stream.concat(before.transitions().stream(), Stream.of(new Transition(now, from, confirmed)))
                .skip(Math.max(0, before.transitions().size() + 1 - Transition.KEPT))
                .toList();
    }
}
