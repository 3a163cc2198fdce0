package com.elytracloud.status.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.WatchdogAssessor;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.AlertStateStore.Kept;
import com.elytracloud.status.run.PublishedStatusClient.Answer;

/** One check of the public site from outside: fetch, evaluate, alert; the watchdog from top to bottom. */
@Singleton
public final class WatchdogRun {
    private static final Logger LOG = Logger.getLogger(WatchdogRun.class);
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final Duration FETCHING = Duration.ofSeconds(10);
    private static final Duration READING_STATE = Duration.ofSeconds(3);

    private final Clock clock;
    private final PublishedStatusClient probe;
    private final SiteGuard guard;
    private final AlertService alerts;
    private final AlertSink sink;

    WatchdogRun(Clock clock, PublishedStatusClient probe, SiteGuard guard, AlertService alerts, AlertSink sink) {
        this.clock = clock;
        this.probe = probe;
        this.guard = guard;
        this.alerts = alerts;
        this.sink = sink;
    }

    /**
     * Checks once and sends the alerts that are due; a healthy site is reported to the dead man's switch.
     *
     * @throws AlertDeliveryException if an alert was due and no channel delivered it
     */
    public WatchdogReport watch(URI address) {
        Deadline deadline = Deadline.in(LIMIT);
        Instant now = clock.instant();
        Kept kept = alerts.read(Book.WATCHDOG, deadline.within(READING_STATE));
        Seen newest = kept.book().newest();
        Check check = check(address, newest, now, deadline);
        AlertOutcome outcome =
                alerts.notify(Book.WATCHDOG, kept, check.observed(), check.newest(newest, now), now, deadline);
        List<String> warnings = new ArrayList<>(outcome.warnings());
        if (check.alerts().isEmpty() && !outcome.undelivered()) {
            reportHealthy(warnings, deadline);
        }
        WatchdogReport report = check.report(now, outcome, warnings, deadline);
        LOG.info(report.line());
        if (outcome.undelivered()) {
            throw new AlertDeliveryException("no channel delivered an alert: " + report.line(), report);
        }
        return report;
    }

    /** Checks once; stores nothing and sends no alert. */
    public WatchdogReport check(URI address) {
        Deadline deadline = Deadline.in(LIMIT);
        Instant now = clock.instant();
        return check(address, Seen.NOTHING, now, deadline).report(now, AlertOutcome.NOTHING, List.of(), deadline);
    }

    private Check check(URI address, Seen newest, Instant now, Deadline deadline) {
        Reading<Answer> answer = probe.fetch(address, deadline.within(FETCHING));
        List<CheckResult> findings = answer.fold(this::inspect, List::of, failure -> List.of());
        Reading<ServedSite> served = answer.then(found -> served(found, findings));
        List<String> leaks = findings.stream()
                .filter(CheckResult::isLeak)
                .map(CheckResult::toString)
                .toList();
        return new Check(served, WatchdogAssessor.assess(served, leaks, newest, now));
    }

    private List<CheckResult> inspect(Answer answer) {
        SiteFile file =
                new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, answer.bytes());
        return guard.inspect(List.of(file));
    }

    private Reading<ServedSite> served(Answer answer, List<CheckResult> findings) {
        List<String> invalid = findings.stream()
                .filter(finding -> !finding.isLeak())
                .map(CheckResult::toString)
                .toList();
        return invalid.isEmpty()
                ? probe.served(answer)
                : new Reading.Failed<>(new Failure(Reason.UNREADABLE, String.join("; ", invalid)));
    }

    private void reportHealthy(List<String> warnings, Deadline deadline) {
        String warning = sink.heartbeat(deadline);
        if (!warning.isEmpty()) {
            warnings.add(warning);
        }
    }

    private record Check(Reading<ServedSite> served, List<AlertSignal> observed) {
        /** A revision from the future comes from a wrong clock: it must not make later ones look old. */
        Seen newest(Seen before, Instant now) {
            Seen seen = served.fold(ServedSite::revision, () -> Seen.NOTHING, failure -> Seen.NOTHING);
            boolean future = seen.updatedAt().isAfter(now.plus(RunSettings.CLOCK_TOLERANCE));
            return seen.isAfter(before) && !future ? seen : before;
        }

        List<String> alerts() {
            return observed.stream()
                    .filter(AlertSignal::isThere)
                    .map(signal -> signal.detail().startsWith(signal.type() + ": ")
                            ? signal.detail()
                            : signal.type() + ": " + signal.detail())
                    .toList();
        }

        WatchdogReport report(Instant now, AlertOutcome outcome, List<String> warnings, Deadline deadline) {
            return new WatchdogReport(
                    now,
                    alerts(),
                    served.fold(site -> site.revision().updatedAt(), () -> null, failure -> null),
                    certificateDays(now),
                    outcome.deliveries(),
                    warnings,
                    deadline.elapsed().toMillis());
        }

        private Long certificateDays(Instant now) {
            Instant end = served.fold(ServedSite::certificateEnds, () -> Instant.MAX, failure -> Instant.MAX);
            return end.equals(Instant.MAX) ? null : Duration.between(now, end).toDays();
        }
    }
}
