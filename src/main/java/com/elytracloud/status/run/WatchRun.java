package com.elytracloud.status.run;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.ProbeAssessor;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.AlertBook.Seen;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.run.AlertDesk.Said;
import com.elytracloud.status.run.AlertMemory.Book;
import com.elytracloud.status.run.AlertMemory.Kept;
import com.elytracloud.status.run.PublicProbe.Answer;

/** One look at the public site from outside: fetch, judge, tell; the watchdog from top to bottom. */
@Singleton
public final class WatchRun {
    private static final Logger LOG = Logger.getLogger(WatchRun.class);
    private static final Duration LIMIT = Duration.ofSeconds(25);
    private static final Duration FETCHING = Duration.ofSeconds(10);
    /** For opening and for writing the book. */
    private static final Duration REMEMBERING = Duration.ofSeconds(3);

    private final Clock clock;
    private final PublicProbe probe;
    private final SiteGuard guard;
    private final AlertDesk desk;
    private final AlertSink sink;

    WatchRun(Clock clock, PublicProbe probe, SiteGuard guard, AlertDesk desk, AlertSink sink) {
        this.clock = clock;
        this.probe = probe;
        this.guard = guard;
        this.desk = desk;
        this.sink = sink;
    }

    /**
     * Looks once and tells what is due; a good look is told to the third party that notices our silence.
     *
     * @throws UnheardException if something was due and no channel took it
     */
    public WatchReport watch(URI address) {
        Deadline deadline = Deadline.in(LIMIT);
        Instant now = clock.instant();
        Kept kept = desk.open(Book.WATCHDOG, deadline.within(REMEMBERING));
        Seen newest = kept.book().newest();
        Look look = look(address, newest, now, deadline);
        Seen seen = look.edition().isAfter(newest) && !look.isFromTheFuture(now) ? look.edition() : newest;
        Said said = desk.say(Book.WATCHDOG, kept, look.sights(), seen, now, deadline);
        WatchReport report = report(look, now, said, deadline);
        LOG.info(report.line());
        if (said.unheard()) {
            throw new UnheardException("the watchdog could tell nobody: " + report.line(), report);
        }
        return report;
    }

    /** Looks once, by itself: remembers nothing and tells nobody. */
    public WatchReport check(URI address) {
        Deadline deadline = Deadline.in(LIMIT);
        Instant now = clock.instant();
        Look look = look(address, Seen.NOTHING, now, deadline);
        return new WatchReport(
                now,
                look.troubles(),
                look.updatedAt(),
                look.certificateDays(now),
                List.of(),
                List.of(),
                deadline.elapsed().toMillis());
    }

    private Look look(URI address, Seen newest, Instant now, Deadline deadline) {
        Reading<Answer> answer = probe.fetch(address, deadline.within(FETCHING));
        List<Finding> findings = answer.fold(this::inspect, List::of, failure -> List.of());
        Reading<ServedSite> served = answer.then(found -> served(found, findings));
        List<String> leaks =
                findings.stream().filter(Finding::isLeak).map(Finding::toString).toList();
        return new Look(served, ProbeAssessor.assess(served, leaks, newest, now));
    }

    private List<Finding> inspect(Answer answer) {
        SiteFile file =
                new SiteFile("status.json", "application/json; charset=utf-8", SiteFile.Caching.BRIEF, answer.bytes());
        return guard.inspect(List.of(file));
    }

    private Reading<ServedSite> served(Answer answer, List<Finding> findings) {
        List<String> unsound = findings.stream()
                .filter(finding -> !finding.isLeak())
                .map(Finding::toString)
                .toList();
        return unsound.isEmpty()
                ? probe.served(answer)
                : new Reading.Failed<>(new Failure(Reason.UNREADABLE, String.join("; ", unsound)));
    }

    private WatchReport report(Look look, Instant now, Said said, Deadline deadline) {
        List<String> remarks = new ArrayList<>(said.remarks());
        if (look.troubles().isEmpty() && !said.unheard()) {
            String remark = sink.heartbeat(deadline);
            if (!remark.isEmpty()) {
                remarks.add(remark);
            }
        }
        return new WatchReport(
                now,
                look.troubles(),
                look.updatedAt(),
                look.certificateDays(now),
                said.deliveries(),
                remarks,
                deadline.elapsed().toMillis());
    }

    private record Look(Reading<ServedSite> served, List<Sight> sights) {
        Seen edition() {
            return served.fold(ServedSite::edition, () -> Seen.NOTHING, failure -> Seen.NOTHING);
        }

        Instant updatedAt() {
            return served.fold(site -> site.edition().updatedAt(), () -> null, failure -> null);
        }

        Long certificateDays(Instant now) {
            Instant end = served.fold(ServedSite::certificateEnds, () -> Instant.MAX, failure -> Instant.MAX);
            return end.equals(Instant.MAX) ? null : Duration.between(now, end).toDays();
        }

        boolean isFromTheFuture(Instant now) {
            return edition().updatedAt().isAfter(now.plus(RunSettings.CLOCK_TOLERANCE));
        }

        List<String> troubles() {
            return sights.stream()
                    .filter(Sight::isThere)
                    .map(sight -> sight.trouble() + ": " + sight.detail())
                    .toList();
        }
    }
}
