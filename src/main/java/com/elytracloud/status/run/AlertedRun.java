package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.domain.Trouble;
import com.elytracloud.status.run.AlertDesk.Said;
import com.elytracloud.status.run.AlertMemory.Book;
import com.elytracloud.status.run.AlertMemory.Kept;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.SourceReport;

/** A run, and afterwards a word to the operator; whatever becomes of the word, the run has ended as it ended. */
@Singleton
public final class AlertedRun {
    private static final Logger LOG = Logger.getLogger(AlertedRun.class);
    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Duration OPENING = Duration.ofSeconds(3);
    /** What a word may take where the run took all its time: both end within half a minute. */
    private static final Duration BEYOND_THE_RUN = Duration.ofSeconds(2);

    private final Clock clock;
    private final StatusRun run;
    private final AlertDesk desk;
    private final RunSettings settings;

    AlertedRun(Clock clock, StatusRun run, AlertDesk desk, RunSettings settings) {
        this.clock = clock;
        this.run = run;
        this.desk = desk;
        this.settings = settings;
    }

    /**
     * Runs once and tells what is due.
     *
     * @throws PublishException if the public file was not refreshed
     */
    public RunReport publish(RunRequest request) {
        Deadline whole = Deadline.in(settings.deadline().plus(BEYOND_THE_RUN));
        try {
            RunReport report = run.publish(request);
            // Who was late or came twice saw nothing that another run did not see.
            Said said =
                    report.outcome() == Outcome.PUBLISHED ? tell(book -> sights(report, book), whole) : Said.NOTHING;
            return report.with(said);
        } catch (LeakException e) {
            tell(book -> List.of(Sight.bad(Trouble.GUARD_REFUSAL, e.getMessage())), whole);
            throw e;
        }
    }

    // The second wide catch: no word to the operator is worth a publication.
    private Said tell(Function<AlertBook, List<Sight>> sights, Deadline whole) {
        try {
            Deadline deadline = whole.within(LIMIT);
            Kept kept = desk.open(Book.STATUS, deadline.within(OPENING));
            return desk.say(
                    Book.STATUS, kept, sights.apply(kept.book()), kept.book().newest(), clock.instant(), deadline);
        } catch (RuntimeException e) {
            LOG.error("alerting failed", e);
            return Said.only("alerting failed: " + e.getClass().getSimpleName());
        }
    }

    // A customer that was reported and is no longer failed, or no longer known, has recovered.
    private static List<Sight> customers(RunReport report, AlertBook book) {
        List<Sight> sights = new ArrayList<>();
        Map<String, String> failed = report.signs().failedCustomers();
        failed.forEach((customer, reason) -> sights.add(
                new Sight(Trouble.BACKUP_CUSTOMER_FAILED, customer, true, "%s: %s".formatted(customer, reason))));
        if (report.backupStatus() == BackupStatus.UNKNOWN) {
            return sights;
        }
        book.incidents().keySet().stream()
                .filter(key -> key.trouble() == Trouble.BACKUP_CUSTOMER_FAILED)
                .filter(key -> !failed.containsKey(key.subject()))
                .filter(key -> !report.signs().unknownCustomers().contains(key.subject()))
                .forEach(key -> sights.add(new Sight(key.trouble(), key.subject(), false, "")));
        return sights;
    }

    private static List<Sight> sights(RunReport report, AlertBook book) {
        List<Sight> sights = new ArrayList<>();
        sights.add(Sight.good(Trouble.GUARD_REFUSAL));
        switch (report.signs().confirmed()) {
            case OUTAGE -> sights.add(Sight.bad(Trouble.OUTAGE, outage(report)));
            case OPERATIONAL, DEGRADED -> sights.add(Sight.good(Trouble.OUTAGE));
            case UNKNOWN -> {
                // no evidence that it is over, and none that it is not
            }
        }
        if (report.backupStatus() != BackupStatus.UNKNOWN) {
            boolean failed = report.backupStatus() == BackupStatus.FAILED;
            sights.add(new Sight(Trouble.BACKUP_FAILED, failed, failed ? "reason " + report.backupReason() : ""));
        }
        sights.addAll(customers(report, book));
        report.sources().forEach(source -> sights.add(readable(source)));
        List<String> refused = report.signs().refusedTexts();
        sights.add(new Sight(Trouble.TEXT_REFUSED, !refused.isEmpty(), String.join("; ", refused)));
        sights.add(new Sight(Trouble.OVERRIDE_ENDING, report.signs().isOverrideEnding(), ""));
        switch (report.signs().state()) {
            case FOUND, MISSING, NEWER ->
                sights.addAll(List.of(Sight.good(Trouble.STATE_CORRUPT), Sight.good(Trouble.STATE_UNAVAILABLE)));
            case CORRUPT -> sights.add(Sight.bad(Trouble.STATE_CORRUPT, ""));
            case UNAVAILABLE -> sights.add(Sight.bad(Trouble.STATE_UNAVAILABLE, ""));
        }
        return sights;
    }

    private static String outage(RunReport report) {
        String monitors = report.signs().monitors();
        return "reason " + report.platformReason() + (monitors.isEmpty() ? "" : "; monitors " + monitors);
    }

    private static Sight readable(SourceReport source) {
        Trouble trouble =
                source.source().equals(SourceReport.BACKUPS) ? Trouble.BACKUPS_UNREADABLE : Trouble.MONITORS_UNREADABLE;
        return source.isFailure()
                ? Sight.bad(trouble, "%s: %s".formatted(source.answer(), source.detail()))
                : Sight.good(trouble);
    }
}
