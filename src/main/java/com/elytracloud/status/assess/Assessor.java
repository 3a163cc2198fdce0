package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.assess.StatusEvaluation.Components;
import com.elytracloud.status.assess.StatusEvaluation.Evaluated;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorNames;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.SourcePage;

/** All readings of one run to one assessment. */
public final class Assessor {
    private Assessor() {}

    /**
     * What the operator wants evaluated, and by which rules.
     *
     * @param components those that the operator named; empty in the other modes
     */
    public record Rules(
            MonitorScope scope, List<Component> components, ComponentResolver.Mode mode, BackupPolicy backups) {
        public Rules {
            components = List.copyOf(components);
        }

        public Rules(MonitorScope scope, List<Component> components, BackupPolicy backups) {
            this(scope, components, ComponentResolver.Mode.NAMED, backups);
        }
    }

    /**
     * What a run knows in addition to its observations.
     *
     * @param state of the runs before it; {@link RunState#FIRST} on a first run
     * @param kept whether the state can be stored for the next run; otherwise no outage could ever be confirmed, and
     *     the measured status is published unfiltered
     * @param announced what operators announced with this program
     */
    public record PriorState(RunState state, boolean kept, Announcements announced) {
        /** Nothing before and nothing after. */
        public static final PriorState NONE = new PriorState(RunState.FIRST, false);

        public PriorState(RunState state, boolean kept) {
            this(state, kept, Announcements.NONE);
        }
    }

    /**
     * Evaluates one run.
     *
     * @param slot the scheduled slot it was started for; {@link Instant#MIN} if a person started it
     */
    public static Assessment assess(
            Reading<MonitorFleet> monitors,
            Reading<BackupListing> backups,
            Rules rules,
            PriorState prior,
            Instant now,
            Instant slot) {
        RunState before = prior.state();
        List<Component> components = ComponentResolver.resolve(rules, monitors, before);
        Set<MonitorId> planned = planned(components, prior.announced(), now);
        Reading<MonitorFleet> seen = monitors.then(found -> new Reading.Found<>(found.inMaintenance(planned)));
        Reading<ClassifiedMonitors> fleet = seen.then(
                found -> MonitorClassifier.classify(found, rules.scope(), components, before.monitors(), now));
        // If the source did not answer, its monitors are kept; their stored state expires by age.
        ClassifiedMonitors classified = fleet.orElse(ClassifiedMonitors.none(before.monitors()));
        StatusEvaluation evaluation = new StatusEvaluation(rules.scope().critical(), seen, fleet, now);
        Components parts = evaluation.components(components, classified, before, prior.kept());
        Evaluated platform = evaluation.platform(classified.inScope(), before.flaps(), parts.evaluated());
        PlatformVerdict verdict = platform.verdict(prior.kept());
        Announcements announced = announced(prior, page(monitors), platform, parts.verdicts(), now);
        RunState next = StateTransition.advance(
                before,
                new StateTransition.Run(
                        now,
                        slot,
                        classified,
                        platform.filtered(),
                        verdict.componentStatus(),
                        parts.states(),
                        backups,
                        announced),
                rules.backups());
        return new Assessment(
                next,
                now,
                verdict,
                monitors.fold(
                        found -> MonitorNames.of(found, classified, components),
                        () -> MonitorNames.NONE,
                        failure -> MonitorNames.NONE),
                UptimeCalculator.calculate(
                        classified.inScope(),
                        next.figures(),
                        next.ledger(),
                        next.monitors().seeds(),
                        now),
                BackupAssessor.assess(backups, rules.backups(), before.backups(), now),
                parts.verdicts());
    }

    static SourcePage page(Reading<MonitorFleet> monitors) {
        return monitors.fold(MonitorFleet::page, () -> SourcePage.NONE, failure -> SourcePage.NONE);
    }

    // Everything that is announced after this run: by operators, at the source, and by the measurement.
    private static Announcements announced(
            PriorState prior, SourcePage page, Evaluated platform, List<ComponentVerdict> components, Instant now) {
        RunState before = prior.state();
        Announcements posted =
                prior.announced().and(SourceAnnouncements.next(before.announced(), page, components, now));
        List<Incident> automatic = new AutomaticIncidents(
                        before.flaps(), platform.filtered().next(), platform.verdict(prior.kept()), components, now)
                .next(before.announced(), posted);
        return posted.and(new Announcements(automatic, List.of(), null)).prunedAt(now);
    }

    // The monitors of components under announced maintenance.
    private static Set<MonitorId> planned(List<Component> components, Announcements announced, Instant now) {
        Set<String> affected = announced.runningAt(now).stream()
                .flatMap(each -> each.components().stream())
                .collect(Collectors.toSet());
        return components.stream()
                .filter(each -> affected.contains(each.id()))
                .flatMap(each -> each.monitors().stream())
                .collect(Collectors.toSet());
    }
}
