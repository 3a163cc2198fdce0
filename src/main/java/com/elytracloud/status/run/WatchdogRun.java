package com.elytracloud.status.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.WatchdogAssessor;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.run.AlertService.Sent;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.AlertStateStore.Kept;
import com.elytracloud.status.run.AnonymousHttp.Visit;

/** One check of the public site from outside: fetch, evaluate, alert; the watchdog from top to bottom. */
@Singleton
public record WatchdogRun(
        Clock clock, PublishedStatusClient client, SiteGuard guard, AlertService alerts, AlertSink sink) {
    private static final Logger LOG = Logger.getLogger(WatchdogRun.class);
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final Duration FETCHING = Duration.ofSeconds(10);

    /**
     * Checks once and sends the alerts that are due; a healthy site is reported to the dead man's switch.
     *
     * @throws AlertDeliveryException if an alert was due and no channel delivered it
     */
    public WatchdogReport watch(URI address) {
        Deadline deadline = Deadline.in(LIMIT);
        Instant now = clock.instant();
        Kept kept = alerts.read(Book.WATCHDOG, deadline);
        Seen newest = kept.book().newest();
        Check check = check(address, newest, now, deadline);
        Sent sent = alerts.notify(Book.WATCHDOG, kept, check.observed(), check.newest(newest, now), now, deadline);
        String warning = check.alerts().isEmpty() && !sent.undelivered() ? sink.heartbeat(deadline) : "";
        WatchdogReport report = check.report(now, sent, warning, deadline);
        LOG.info(report.line());
        if (sent.undelivered()) {
            throw new AlertDeliveryException("no channel delivered an alert: " + report.line(), report);
        }
        return report;
    }

    /** Checks once; stores nothing and sends no alert. */
    public WatchdogReport check(URI address) {
        Deadline deadline = Deadline.in(LIMIT);
        Instant now = clock.instant();
        return check(address, Seen.NOTHING, now, deadline).report(now, Sent.NOTHING, "", deadline);
    }

    private Check check(URI address, Seen newest, Instant now, Deadline deadline) {
        Reading<Visit> answer = client.fetch(address, deadline.within(FETCHING));
        Map<Boolean, List<String>> findings =
                answer
                        .then(visit -> new Reading.Found<>(guard.inspect(List.of(file(visit)))))
                        .orElse(List.of())
                        .stream()
                        .collect(Collectors.partitioningBy(
                                CheckResult::isLeak, Collectors.mapping(CheckResult::toString, Collectors.toList())));
        String invalid = String.join("; ", findings.get(false));
        Reading<ServedSite> served = answer.then(found ->
                invalid.isEmpty() ? PublishedStatusClient.served(found) : Reading.failed(Reason.UNREADABLE, invalid));
        return new Check(served, WatchdogAssessor.assess(served, findings.get(true), newest, now));
    }

    private static SiteFile file(Visit answer) {
        return new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, answer.bytes());
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

        WatchdogReport report(Instant now, Sent sent, String warning, Deadline deadline) {
            Instant end = served.fold(ServedSite::certificateEnds, () -> Instant.MAX, failure -> Instant.MAX);
            return new WatchdogReport(
                    now,
                    alerts(),
                    served.fold(site -> site.revision().updatedAt(), () -> null, failure -> null),
                    end.equals(Instant.MAX) ? null : Duration.between(now, end).toDays(),
                    sent.deliveries(),
                    Stream.concat(sent.warnings().stream(), Stream.of(warning))
                            .filter(each -> !each.isEmpty())
                            .toList(),
                    deadline.elapsed().toMillis());
        }
    }
}
