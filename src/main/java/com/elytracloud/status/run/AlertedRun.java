package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.run.AlertService.Sent;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.AlertStateStore.Kept;
import com.elytracloud.status.run.RunReport.AlertInputs;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.Source;

/** A run and the alerts that follow from it; alerting never changes how the run ended. */
@Singleton
public record AlertedRun(Clock clock, StatusRun run, AlertService alerts, RunSettings settings) {
    private static final Logger LOG = Logger.getLogger(AlertedRun.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    /** For alerts after a run that took all its time: both together end within half a minute. */
    private static final Duration BEYOND_THE_RUN = Duration.ofSeconds(2);

    /**
     * Runs once and sends the alerts that are due.
     *
     * @throws PublishException if the public file was not refreshed
     */
    public RunReport publish(Instant slot) {
        Deadline whole = Deadline.in(settings.deadline().plus(BEYOND_THE_RUN));
        try {
            RunReport report = run.publish(slot);
            // A superseded or skipped run has observed nothing that another run has not.
            return report.outcome() == Outcome.PUBLISHED
                    ? report.with(alert(book -> signals(report, book), whole))
                    : report;
        } catch (LeakException e) {
            alert(book -> List.of(AlertSignal.bad(AlertType.GUARD_REFUSAL, e.getMessage())), whole);
            throw e;
        }
    }

    // A wide catch: no failure of alerting may undo a publication.
    private Sent alert(Function<AlertState, List<AlertSignal>> signals, Deadline whole) {
        try {
            Deadline deadline = whole.within(LIMIT);
            Kept kept = alerts.read(Book.STATUS, deadline);
            return alerts.notify(
                    Book.STATUS, kept, signals.apply(kept.book()), kept.book().newest(), clock.instant(), deadline);
        } catch (RuntimeException e) {
            LOG.error("alerting failed", e);
            return new Sent(
                    List.of(), List.of("alerting failed: " + e.getClass().getSimpleName()), false);
        }
    }

    private static List<AlertSignal> signals(RunReport report, AlertState book) {
        List<AlertSignal> signals = new ArrayList<>(List.of(AlertSignal.good(AlertType.GUARD_REFUSAL)));
        AlertInputs signs = report.signs();
        switch (signs.confirmed()) {
            case OUTAGE -> signals.add(AlertSignal.bad(AlertType.OUTAGE, outage(report)));
            case OPERATIONAL, DEGRADED -> signals.add(AlertSignal.good(AlertType.OUTAGE));
            case UNKNOWN -> {
                // no evidence that it is over, and none that it is not
            }
        }
        signals.addAll(backups(report, book));
        for (Source source : report.sources()) {
            AlertType type =
                    source.source().equals("backups") ? AlertType.BACKUPS_UNREADABLE : AlertType.MONITORS_UNREADABLE;
            signals.add(
                    new AlertSignal(type, source.isFailure(), "%s: %s".formatted(source.answer(), source.detail())));
        }
        String refused = String.join("; ", signs.refusedTexts());
        signals.add(new AlertSignal(AlertType.TEXT_REFUSED, !refused.isEmpty(), refused));
        signals.add(new AlertSignal(AlertType.OVERRIDE_ENDING, signs.isOverrideEnding(), ""));
        switch (signs.state()) {
            case FOUND, MISSING, NEWER ->
                signals.addAll(List.of(
                        AlertSignal.good(AlertType.STATE_CORRUPT), AlertSignal.good(AlertType.STATE_UNAVAILABLE)));
            case CORRUPT -> signals.add(AlertSignal.bad(AlertType.STATE_CORRUPT, ""));
            case UNAVAILABLE -> signals.add(AlertSignal.bad(AlertType.STATE_UNAVAILABLE, ""));
        }
        return signals;
    }

    // A customer that was reported and is no longer failed, or no longer known, has recovered.
    private static List<AlertSignal> backups(RunReport report, AlertState book) {
        List<AlertSignal> signals = new ArrayList<>();
        Map<String, String> failed = report.signs().failedCustomers();
        AlertType type = AlertType.BACKUP_CUSTOMER_FAILED;
        boolean isKnown = report.backupStatus() != BackupStatus.UNKNOWN;
        if (isKnown) {
            boolean isFailed = report.backupStatus() == BackupStatus.FAILED;
            signals.add(new AlertSignal(AlertType.BACKUP_FAILED, isFailed, "reason " + report.backupReason()));
        }
        failed.forEach((customer, reason) ->
                signals.add(new AlertSignal(type, customer, true, "%s: %s".formatted(customer, reason))));
        book.alerts().stream()
                .map(OpenAlert::key)
                .filter(key -> isKnown && key.type() == type && !failed.containsKey(key.subject()))
                .filter(key -> !report.signs().unknownCustomers().contains(key.subject()))
                .forEach(key -> signals.add(new AlertSignal(type, key.subject(), false, "")));
        return signals;
    }

    private static String outage(RunReport report) {
        String monitors = report.signs().monitors();
        return "reason " + report.platformReason() + (monitors.isEmpty() ? "" : "; monitors " + monitors);
    }
}
