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
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorNames;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.ProductTexts;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.SourcePage;

/** All readings of one run to one assessment. */
public final class Assessor {
    private final Reading<MonitorFleet> monitors;
    private final Rules rules;
    private final PriorState prior;
    private final Instant now;
    private final List<Component> components;
    private final ClassifiedMonitors classified;
    private final StatusEvaluation evaluation;

    private Assessor(Reading<MonitorFleet> monitors, Rules rules, PriorState prior, Instant now) {
        this.monitors = monitors;
        this.rules = rules;
        this.prior = prior;
        this.now = now;
        KnownMonitors known = prior.state().monitors();
        components = ComponentResolver.resolve(rules, monitors, prior.state());
        Set<MonitorId> planned = plannedWork();
        Reading<MonitorFleet> seen = monitors.then(found -> new Reading.Found<>(found.inMaintenance(planned)));
        Reading<ClassifiedMonitors> fleet =
                seen.then(found -> MonitorClassifier.classify(found, rules.scope(), rules.components(), known, now));
        // If the source did not answer, its monitors are kept; their stored state expires by age.
        classified = fleet.orElse(ClassifiedMonitors.none(known));
        evaluation = new StatusEvaluation(rules.scope().critical(), seen, fleet, now);
    }

    /**
     * What the operator wants evaluated, and by which rules.
     *
     * @param components those that the operator named; empty in the other modes
     * @param texts of automatic incidents
     */
    public record Rules(
            MonitorScope scope,
            List<Component> components,
            ComponentResolver.Mode mode,
            BackupPolicy backups,
            ProductTexts texts) {
        public Rules {
            components = List.copyOf(components);
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
    public record PriorState(RunState state, boolean kept, Announcements announced) {}

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
        return new Assessor(monitors, rules, prior, now).assess(backups, slot);
    }

    private Assessment assess(Reading<BackupListing> backups, Instant slot) {
        RunState before = prior.state();
        Components parts = evaluation.components(components, classified, before, prior.kept());
        Evaluated platform = evaluation.platform(classified.inScope(), before.flaps(), parts.evaluated());
        PlatformVerdict verdict = platform.verdict(prior.kept());
        StateTransition.Run run = new StateTransition.Run(
                now,
                slot,
                classified,
                platform.filtered(),
                verdict.componentStatus(),
                parts.states(),
                backups,
                announced(platform, parts.verdicts()));
        RunState next = StateTransition.advance(before, run, rules.backups());
        return new Assessment(
                next,
                now,
                verdict,
                names(),
                UptimeCalculator.calculate(
                        classified.inScope(),
                        next.figures(),
                        next.ledger(),
                        next.monitors().seeds(),
                        now),
                BackupAssessor.assess(backups, rules.backups(), before.backups(), now),
                parts.verdicts());
    }

    private MonitorNames names() {
        return monitors.fold(
                found -> MonitorNames.of(found, classified, components),
                () -> MonitorNames.NONE,
                failure -> MonitorNames.NONE);
    }

    static SourcePage page(Reading<MonitorFleet> monitors) {
        return monitors.fold(MonitorFleet::page, () -> SourcePage.NONE, failure -> SourcePage.NONE);
    }

    // Everything that is announced after this run: by operators, at the source, and by the measurement.
    private Announcements announced(Evaluated platform, List<ComponentVerdict> verdicts) {
        RunState before = prior.state();
        Announcements posted = prior.announced()
                .and(SourceAnnouncements.next(before.announced(), page(monitors), verdicts, rules.texts(), now));
        List<Incident> automatic = new AutomaticIncidents(
                        before.flaps(),
                        platform.filtered().next(),
                        platform.verdict(prior.kept()),
                        verdicts,
                        rules.texts(),
                        now)
                .next(before.announced(), posted);
        return posted.and(new Announcements(automatic, List.of(), null)).prunedAt(now);
    }

    private Set<MonitorId> plannedWork() {
        Set<String> affected = prior.announced().runningAt(now).stream()
                .flatMap(each -> each.components().stream())
                .collect(Collectors.toSet());
        return components.stream()
                .filter(each -> affected.contains(each.id()))
                .flatMap(each -> each.monitors().stream())
                .collect(Collectors.toSet());
    }
}
