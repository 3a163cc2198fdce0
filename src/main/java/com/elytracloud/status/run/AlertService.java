package com.elytracloud.status.run;

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
public final class AlertService {
    private static final Logger LOG = Logger.getLogger(AlertService.class);

    private final AlertStateStore memory;
    private final AlertSink sink;

    AlertService(AlertStateStore memory, AlertSink sink) {
        this.memory = memory;
        this.sink = sink;
    }

    Kept read(Book which, Deadline deadline) {
        return memory.read(which, deadline);
    }

    /** Sends the alerts that are due. */
    AlertOutcome notify(
            Book which, Kept kept, List<AlertSignal> observed, Seen newest, Instant now, Deadline deadline) {
        AlertState book = IncidentTracker.observe(kept.book(), observed, now).having(newest);
        List<Delivery> deliveries = new ArrayList<>();
        List<String> warnings = new ArrayList<>();
        boolean undelivered = false;
        addIfAny(warnings, kept.warning());
        for (Alert alert : IncidentTracker.due(book, now)) {
            List<Delivery> sent = send(alert, deadline, warnings);
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
            addIfAny(warnings, memory.write(which, book, deadline));
        }
        return new AlertOutcome(deliveries, warnings, undelivered);
    }

    private List<Delivery> send(Alert alert, Deadline deadline, List<String> warnings) {
        List<Delivery> sent = sink.send(alert, deadline);
        sent.stream().filter(each -> !each.delivered()).forEach(each -> warnings.add("alert by " + each));
        LOG.warnf("alert %s %s: %s", alert.kind(), alert.type(), sent);
        return sent;
    }

    private static void addIfAny(List<String> warnings, String warning) {
        if (!warning.isEmpty()) {
            warnings.add(warning);
        }
    }
}
