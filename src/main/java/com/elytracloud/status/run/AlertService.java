package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.IncidentTracker;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.AlertStateStore.Book;
import com.elytracloud.status.run.AlertStateStore.Kept;

/** Turns observations into alerts: updates the alert state, sends what is due and stores what was sent. */
@Singleton
public record AlertService(AlertStateStore store, AlertSink sink) {
    private static final Logger LOG = Logger.getLogger(AlertService.class);
    private static final Duration READING = Duration.ofSeconds(3);

    /**
     * What became of the alerts of one run or check.
     *
     * @param undelivered whether no channel delivered an alert that was due
     */
    record Sent(List<Delivery> deliveries, List<String> warnings, boolean undelivered) {
        static final Sent NOTHING = new Sent(List.of(), List.of(), false);
    }

    Kept read(Book which, Deadline deadline) {
        return store.read(which, deadline.within(READING));
    }

    /** Sends the alerts that are due. */
    Sent notify(Book which, Kept kept, List<AlertSignal> observed, Seen newest, Instant now, Deadline deadline) {
        AlertState book = IncidentTracker.observe(kept.book(), observed, now).having(newest);
        List<Delivery> deliveries = new ArrayList<>();
        List<String> warnings = new ArrayList<>(List.of(kept.warning()));
        boolean undelivered = false;
        for (Alert alert : IncidentTracker.due(book, now)) {
            List<Delivery> sent = sink.send(alert, deadline);
            LOG.warnf("alert %s %s: %s", alert.kind(), alert.type(), sent);
            sent.stream().filter(each -> !each.delivered()).forEach(each -> warnings.add("alert by " + each));
            deliveries.addAll(sent);
            if (sent.stream().anyMatch(Delivery::delivered)) {
                book = IncidentTracker.told(book, alert);
            } else {
                // It stays due and is sent again by the next run.
                undelivered = true;
                warnings.add("no channel took the alert %s %s".formatted(alert.kind(), alert.type()));
            }
        }
        // Most runs change nothing and need no write.
        if (!book.equals(kept.book())) {
            warnings.add(store.write(which, book, deadline));
        }
        warnings.removeIf(String::isEmpty);
        return new Sent(deliveries, warnings, undelivered);
    }
}
