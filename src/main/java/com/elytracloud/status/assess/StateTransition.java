package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.ScopeWeights;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

/** Combines the previous state and the observations of a run into the published status and the next state. */
public final class StateTransition {
    private StateTransition() {}

    /**
     * The observations and conclusions of one run.
     *
     * @param slot the scheduled slot it was started for; {@link Instant#MIN} if a person started it
     * @param filtered the platform after the flap filter
     * @param day the measured status as it counts for the day
     * @param components the state of each component after this run, by its id
     * @param announced everything that is announced after this run
     */
    public record Run(
            Instant now,
            Instant slot,
            Reading<ClassifiedMonitors> fleet,
            Filtered filtered,
            ComponentStatus day,
            Map<String, ComponentState> components,
            Reading<BackupListing> backups,
            Announcements announced) {
        public Run {
            Objects.requireNonNull(now, "now");
            Objects.requireNonNull(slot, "slot");
            Objects.requireNonNull(fleet, "fleet");
            Objects.requireNonNull(filtered, "filtered");
            Objects.requireNonNull(day, "day");
            components = Map.copyOf(components);
            Objects.requireNonNull(announced, "announced");
            Objects.requireNonNull(backups, "backups");
        }

        List<ClassifiedMonitor> scope() {
            return fleet.fold(ClassifiedMonitors::inScope, List::of, failure -> List.of());
        }
    }

    /**
     * The result of a run combined with the state.
     *
     * @param uptime percent with two decimals, cut; a window that is not known is absent
     */
    public record Kept(RunState next, Map<UptimeWindow, BigDecimal> uptime) {
        public Kept {
            uptime = Map.copyOf(uptime);
        }
    }

    /** Advances the state by one run. */
    public static Kept advance(RunState before, Run run, BackupPolicy policy) {
        UptimeLedger ledger = before.ledger().with(run.now, ScopeWeights.of(run.scope()));
        DailyFigures figures = figures(before.figures(), run);
        KnownMonitors monitors = monitors(before, run);
        RunState next = new RunState(
                before.seq() + 1,
                later(before.slot(), run.slot),
                run.now,
                run.filtered.next(),
                run.components,
                monitors,
                ledger,
                figures,
                before.history().with(run.now, run.day),
                TransitionDetector.extend(before, run.filtered.next(), run.now),
                run.backups.fold(
                        found -> KnownSeries.next(found, before.backups(), policy, run.now),
                        before::backups,
                        failure -> before.backups()),
                run.announced);
        return new Kept(next, UptimeCalculator.calculate(run.scope(), figures, ledger, monitors.seeds(), run.now));
    }

    private static DailyFigures figures(DailyFigures before, Run run) {
        Optional<BigDecimal> share = SourceUptime.shareOver(run.scope(), UptimeWindow.LAST_24H);
        return share.map(found -> before.with(run.now, found)).orElse(before);
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    // If the source did not answer, its monitors are kept; their stored state expires by age.
    private static KnownMonitors monitors(RunState before, Run run) {
        return run.fleet.fold(ClassifiedMonitors::known, before::monitors, failure -> before.monitors());
    }
}
