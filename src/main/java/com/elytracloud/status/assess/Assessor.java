package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.assess.StatusEvaluation.Evaluated;
import com.elytracloud.status.assess.StatusEvaluation.EvaluatedComponent;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.ProductTexts;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeWindow;

/** All readings of one run to one assessment. */
public final class Assessor {
    private final MonitorFleet fleet;
    private final Rules rules;
    private final PriorState prior;
    private final Instant now;
    private final List<Component> components;
    private final ClassifiedMonitors classified;
    private final SourceAnnouncements source;
    private final StatusEvaluation evaluation;

    private Assessor(Reading<MonitorFleet> monitors, Rules rules, PriorState prior, Instant now) {
        this.rules = rules;
        this.prior = prior;
        this.now = now;
        fleet = monitors.orElse(MonitorFleet.NONE);
        components = ComponentResolver.resolve(rules, fleet.page(), prior.state());
        Reading<ClassifiedMonitors> reading = monitors.then(any -> new MonitorClassifier(
                        fleet, rules.scope(), plannedWork(), prior.state().monitors(), now)
                .classify(rules.components()));
        // If the source did not answer, its monitors are kept; their stored state expires by age.
        classified = reading.orElse(ClassifiedMonitors.none(prior.state().monitors()));
        source = new SourceAnnouncements(
                prior.state().announced().by(Announcements.Source.UPTIME_KUMA), fleet.page(), rules.texts(), now);
        ShownStatus shown = new ShownStatus(prior.announced().and(source.next()), now);
        evaluation = new StatusEvaluation(rules.scope().critical(), reading, prior.kept(), shown, now);
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
     * @param publishedSeq the number of the run that published last, 0 if it is not known: if the state was lost, the
     *     number still increases
     * @param kept whether the state can be stored for the next run; otherwise no outage could ever be confirmed, and
     *     the measured status is published unfiltered
     * @param announced what operators announced with this program
     */
    public record PriorState(RunState state, long publishedSeq, boolean kept, Announcements announced) {}

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
        List<EvaluatedComponent> parts = new ArrayList<>();
        for (Component each : components) {
            Component.State known = before.components().getOrDefault(each.id(), Component.State.first(each));
            parts.add(evaluation.component(each, parts.size(), known, classified));
        }
        List<Component.Verdict> verdicts =
                parts.stream().map(EvaluatedComponent::verdict).toList();
        Evaluated platform = evaluation.platform(classified.inScope(), before.flaps(), parts);
        RunState next = next(slot, platform, parts, announced(platform, verdicts), backups);
        UptimeCalculator uptime = new UptimeCalculator(
                UptimeWindow.OF_PLATFORM,
                classified.inScope(),
                next.figures(),
                next.ledger(),
                next.monitors().seeds(),
                now);
        return new Assessment(
                next,
                platform.verdict(),
                evaluation.shown().platform(platform.verdict()),
                classified.problems(components),
                uptime.calculate(),
                BackupAssessor.assess(backups, rules.backups(), before.backups(), now),
                verdicts);
    }

    private RunState next(
            Instant slot,
            Evaluated platform,
            List<EvaluatedComponent> parts,
            Announcements announced,
            Reading<BackupListing> backups) {
        RunState before = prior.state();
        return new RunState(
                Math.max(before.seq(), prior.publishedSeq()) + 1,
                before.slot().isAfter(slot) ? before.slot() : slot,
                now,
                platform.next(),
                parts.stream()
                        .map(EvaluatedComponent::next)
                        .collect(Collectors.toMap(Component.State::id, each -> each)),
                classified.known(),
                before.ledger().with(now, UptimeCounts.of(classified.inScope())),
                UptimeCalculator.shareBySource(classified.inScope(), UptimeWindow.LAST_24H)
                        .map(share -> before.figures().with(now, share))
                        .orElse(before.figures()),
                before.history().with(now, evaluation.shown().day(platform.verdict())),
                before.transitionsWith(platform.next().confirmed(), now),
                backups.fold(
                        found -> new KnownSeries(found, before.backups(), rules.backups(), now).next(),
                        before::backups,
                        failure -> before.backups()),
                announced);
    }

    // Everything that is announced after this run: by operators, at the source, and by the measurement.
    private Announcements announced(Evaluated platform, List<Component.Verdict> verdicts) {
        RunState before = prior.state();
        Announcements posted = prior.announced().and(source.next(verdicts));
        List<Incident> automatic = new AutomaticIncidents(
                        before.flaps(), platform.next(), platform.verdict(), verdicts, rules.texts(), now)
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
