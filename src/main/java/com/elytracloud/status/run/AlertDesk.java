package com.elytracloud.status.run;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.assess.IncidentTracker;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.domain.AlertBook.Seen;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.run.AlertMemory.Book;
import com.elytracloud.status.run.AlertMemory.Kept;
import com.elytracloud.status.run.AlertSink.Delivery;

/** Turns what was seen into messages: enters it in a book, says what is due, and remembers what was said. */
@Singleton
public final class AlertDesk {
    private static final Logger LOG = Logger.getLogger(AlertDesk.class);

    private final AlertMemory memory;
    private final AlertSink sink;

    AlertDesk(AlertMemory memory, AlertSink sink) {
        this.memory = memory;
        this.sink = sink;
    }

    /** Opens a book. */
    Kept open(Book which, Deadline deadline) {
        return memory.read(which, deadline);
    }

    /**
     * Says what is due.
     *
     * @param newest the newest edition that was seen
     */
    Said say(Book which, Kept kept, List<Sight> sights, Seen newest, Instant now, Deadline deadline) {
        AlertBook book = IncidentTracker.observe(kept.book(), sights, now).having(newest);
        List<Delivery> deliveries = new ArrayList<>();
        List<String> remarks = new ArrayList<>();
        boolean unheard = false;
        addIfAny(remarks, kept.remark());
        for (Alert alert : IncidentTracker.due(book, now)) {
            List<Delivery> sent = sink.send(alert, deadline);
            deliveries.addAll(sent);
            sent.stream().filter(each -> !each.delivered()).forEach(each -> remarks.add("alert by " + each));
            LOG.warnf("alert %s %s: %s", alert.kind(), alert.trouble(), sent);
            if (sent.stream().anyMatch(Delivery::delivered)) {
                book = IncidentTracker.told(book, alert);
            } else {
                // It stays in the book as unsaid and is said the next time.
                unheard = true;
                remarks.add("no channel took the alert %s %s".formatted(alert.kind(), alert.trouble()));
            }
        }
        // Most looks see nothing new, and pay for no write.
        if (!book.equals(kept.book())) {
            addIfAny(remarks, memory.write(which, book, deadline));
        }
        return new Said(deliveries, remarks, unheard);
    }

    private static void addIfAny(List<String> remarks, String remark) {
        if (!remark.isEmpty()) {
            remarks.add(remark);
        }
    }

    /**
     * What was said.
     *
     * @param unheard whether something that was due reached nobody
     */
    record Said(List<Delivery> deliveries, List<String> remarks, boolean unheard) {
        /** There was nothing to say. */
        static final Said NOTHING = new Said(List.of(), List.of(), false);

        Said {
            deliveries = List.copyOf(deliveries);
            remarks = List.copyOf(remarks);
        }

        /** Nothing was said, and an operator should know this. */
        static Said only(String remark) {
            return new Said(List.of(), List.of(remark), false);
        }
    }
}
