package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocuments;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.Source;
import com.elytracloud.status.run.SitePublisher.Published;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.run.StateStore.Written;

/** One run, from the first request to the published file: the table of contents of the program. */
@Singleton
public record StatusRun(
        Clock clock,
        InputReader reader,
        SiteRenderer renderer,
        SiteGuard guard,
        TextGuard texts,
        StateStore state,
        SitePublisher publisher,
        RunSettings settings) {
    /** In place of a slot, for a run that a person or an unknown trigger started: it always runs. */
    public static final Instant BY_HAND = Instant.MIN;

    private static final Logger LOG = Logger.getLogger(StatusRun.class);
    /** For writing the state; what is left then belongs to the site. */
    private static final Duration WRITING_STATE = Duration.ofSeconds(3);

    /**
     * Reads, evaluates, stores the state and publishes once; skips a slot that was already processed.
     *
     * @param slot the scheduled slot it is for, or {@link #BY_HAND}
     * @throws PublishException if the public file was not refreshed
     */
    public RunReport publish(Instant slot) {
        Deadline deadline = Deadline.in(settings.deadline());
        RunResult result = evaluate(read(deadline), slot);
        List<SiteFile> files = render(result);
        return switch (result.inputs().order(slot)) {
            case SKIPPED -> report(Outcome.SKIPPED, result, Published.NOTHING, "", deadline);
            case SUPERSEDED -> report(Outcome.SUPERSEDED, result, Published.NOTHING, "", deadline);
            case REPUBLISH ->
                publish(result, files, result.inputs().state().state().seq(), "", deadline);
            case NEXT -> writeAndPublish(result, files, deadline);
        };
    }

    /** Does everything but write the state and publish. */
    public RunReport dryRun() {
        Deadline deadline = Deadline.in(settings.deadline());
        RunResult result = evaluate(read(deadline), BY_HAND);
        render(result);
        return report(Outcome.DRY_RUN, result, Published.NOTHING, "", deadline);
    }

    public RunResult evaluate() {
        return evaluate(read(Deadline.in(settings.deadline())), BY_HAND);
    }

    private RunInputs read(Deadline deadline) {
        RunInputs inputs = reader.read(clock.instant(), deadline);
        inputs.reports().stream()
                .filter(Source::isFailure)
                .forEach(source ->
                        LOG.warnf("%s: no usable answer: %s: %s", source.source(), source.answer(), source.detail()));
        return inputs;
    }

    private RunResult evaluate(RunInputs inputs, Instant slot) {
        PublicAnnouncements words =
                new PublicAnnouncements(texts, settings.rules().texts().withheld());
        Assessment assessment = Assessor.assess(
                words.of(inputs.monitors(), settings.rules().mode()),
                inputs.backups(),
                settings.rules(),
                inputs.before(),
                inputs.at(),
                slot);
        Announcements announced = words.of(assessment.next().announced());
        StatusDocument document =
                StatusDocuments.of(words.of(assessment), announced, settings.texts(), settings.staleAfter());
        return new RunResult(
                inputs, assessment, document, StatusDocuments.history(assessment.next(), announced), words.refused());
    }

    private List<SiteFile> render(RunResult result) {
        List<SiteFile> files = renderer.render(result.document(), result.history());
        guard.require(files);
        return files;
    }

    // The state first: an older run is refused here, before it has touched the site.
    private RunReport writeAndPublish(RunResult result, List<SiteFile> files, Deadline deadline) {
        RunState next = result.assessment().next();
        Written written = state.write(next, result.inputs().state(), deadline.within(WRITING_STATE));
        return written.isSuperseded()
                ? report(Outcome.SUPERSEDED, result, Published.NOTHING, "", deadline)
                : publish(result, files, next.seq(), written.warning(), deadline);
    }

    private RunReport publish(RunResult result, List<SiteFile> files, long seq, String warning, Deadline deadline) {
        Revision revision = new Revision(seq, result.assessment().at().truncatedTo(ChronoUnit.SECONDS));
        Published published = publisher.publish(files, revision, deadline);
        Outcome outcome = published.superseded() ? Outcome.SUPERSEDED : Outcome.PUBLISHED;
        return report(outcome, result, published, warning, deadline);
    }

    private static RunReport report(
            Outcome outcome, RunResult result, Published published, String warning, Deadline deadline) {
        RunReport report = result.report(outcome, published, warning, deadline.elapsed());
        LOG.info(report.line());
        return report;
    }
}
