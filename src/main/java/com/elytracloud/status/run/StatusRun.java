package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocuments;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.RunFigures.Step;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.SourceReport;
import com.elytracloud.status.run.SitePublisher.Published;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Written;

/** One run, from the first request to the published file: the table of contents of the program. */
@Singleton
public final class StatusRun {
    private static final Logger LOG = Logger.getLogger(StatusRun.class);

    /** For writing the memory; what is left then belongs to the site. */
    private static final Duration REMEMBERING = Duration.ofSeconds(3);

    private final Clock clock;
    private final Sources sources;
    private final SiteRenderer renderer;
    private final SiteGuard guard;
    private final TextGuard texts;
    private final StateStore memory;
    private final SitePublisher publisher;
    private final RunSettings settings;

    StatusRun(
            Clock clock,
            Sources sources,
            SiteRenderer renderer,
            SiteGuard guard,
            TextGuard texts,
            StateStore memory,
            SitePublisher publisher,
            RunSettings settings) {
        this.clock = clock;
        this.sources = sources;
        this.renderer = renderer;
        this.guard = guard;
        this.texts = texts;
        this.memory = memory;
        this.publisher = publisher;
        this.settings = settings;
    }

    /**
     * Reads, judges, remembers and publishes once; a slot that was processed already is left alone.
     *
     * @throws PublishException if the public file was not refreshed
     */
    public RunReport publish(RunRequest request) {
        StepTimes times = new StepTimes(Deadline.in(settings.deadline()));
        Readings readings = times.take(Step.READ, () -> read(times.deadline()));
        Judged judged = times.take(Step.JUDGE, () -> judge(readings, request));
        List<SiteFile> files = times.take(Step.RENDER, () -> render(judged));
        return report(conclude(readings, judged, files, request, times), judged, times);
    }

    /** Does everything but write the state and publish. */
    public RunReport dryRun() {
        StepTimes times = new StepTimes(Deadline.in(settings.deadline()));
        Judged judged = judge(read(times.deadline()), RunRequest.BY_HAND);
        render(judged);
        return report(new Conclusion(Outcome.DRY_RUN, Published.NOTHING), judged, times);
    }

    /** Reads and judges, and shows what would be published. */
    public Judged judge() {
        return judge(read(Deadline.in(settings.deadline())), RunRequest.BY_HAND);
    }

    private Readings read(Deadline deadline) {
        Readings readings = sources.read(clock.instant(), deadline);
        readings.reports().stream()
                .filter(SourceReport::isFailure)
                .forEach(source ->
                        LOG.warnf("%s: no usable answer: %s: %s", source.source(), source.answer(), source.detail()));
        return readings;
    }

    private Judged judge(Readings readings, RunRequest request) {
        Assessment assessment = Assessor.assess(
                readings.monitors(),
                readings.backups(),
                settings.rules(),
                readings.remembered(),
                readings.at(),
                request.slot());
        RunState next = assessment.next().atLeast(readings.publishedSeq() + 1);
        GuardedNotice guarded = GuardedNotice.of(readings.activeNotice(), texts);
        return guarded.notice()
                .map(notice -> judged(
                        assessment,
                        next.told(notice.status()),
                        announce(assessment, notice),
                        readings,
                        guarded.refused()))
                .orElseGet(() -> judged(
                        assessment,
                        next,
                        StatusDocuments.of(assessment, settings.texts(), settings.staleAfter()),
                        readings,
                        List.of()));
    }

    private StatusDocument announce(Assessment assessment, Notice notice) {
        return StatusDocuments.of(assessment, notice, settings.texts(), settings.staleAfter());
    }

    private Judged judged(
            Assessment assessment, RunState next, StatusDocument document, Readings readings, List<String> refused) {
        HistoryDocument history = StatusDocuments.history(next, readings.at());
        return new Judged(
                assessment,
                next,
                document,
                history,
                readings.reports(),
                readings.remarks(refused),
                readings.signs(next.flaps().confirmed(), assessment.backups(), refused));
    }

    private List<SiteFile> render(Judged judged) {
        List<SiteFile> files = renderer.render(judged.document(), judged.history());
        guard.require(files);
        return files;
    }

    private Conclusion conclude(
            Readings readings, Judged judged, List<SiteFile> files, RunRequest request, StepTimes times) {
        if (readings.haveSeen(request.slot())) {
            return new Conclusion(Outcome.SKIPPED, Published.NOTHING);
        }
        if (readings.areOutdated()) {
            return new Conclusion(Outcome.SUPERSEDED, Published.NOTHING);
        }
        readings.requireOrder();
        if (readings.haveRemembered(request.slot())) {
            return publish(readings, files, readings.memory().state().seq(), times);
        }
        // Memory first: an older run learns here that it is late, before it has touched the site.
        Written written = times.take(Step.REMEMBER, () -> remember(readings, judged, times.deadline()));
        return written.result() == Result.SUPERSEDED
                ? new Conclusion(Outcome.SUPERSEDED, Published.NOTHING)
                : publish(readings, files, judged.next().seq(), times).remarking(written.remark());
    }

    private Written remember(Readings readings, Judged judged, Deadline deadline) {
        return readings.isKept()
                ? memory.write(judged.next(), readings.memory(), deadline.within(REMEMBERING))
                : new Written(Result.NOT_WRITTEN, "");
    }

    private Conclusion publish(Readings readings, List<SiteFile> files, long seq, StepTimes times) {
        Edition edition = new Edition(seq, readings.at().truncatedTo(ChronoUnit.SECONDS));
        Published published = times.take(Step.PUBLISH, () -> publisher.publish(files, edition, times.deadline()));
        return published.superseded()
                ? new Conclusion(Outcome.SUPERSEDED, published)
                : new Conclusion(Outcome.PUBLISHED, published);
    }

    private RunReport report(Conclusion conclusion, Judged judged, StepTimes times) {
        RunReport report = RunReport.of(conclusion.outcome(), judged, conclusion.published(), times);
        LOG.info(report.line());
        return report;
    }

    private record Conclusion(Outcome outcome, Published published) {
        Conclusion remarking(String remark) {
            return new Conclusion(outcome, published.remarking(remark));
        }
    }

    /**
     * What a run concluded, before anything is remembered or published.
     *
     * @param next what the next run should remember
     * @param remarks what an operator should know of memory and notice
     */
    public record Judged(
            Assessment assessment,
            RunState next,
            StatusDocument document,
            HistoryDocument history,
            List<SourceReport> sources,
            List<String> remarks,
            RunReport.Signs signs) {
        public Judged {
            sources = List.copyOf(sources);
            remarks = List.copyOf(remarks);
        }
    }
}
