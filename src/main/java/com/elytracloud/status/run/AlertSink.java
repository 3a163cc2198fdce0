package com.elytracloud.status.run;

import java.util.List;
import java.util.Objects;

import com.elytracloud.status.domain.Alert;

/** Tells the operator through every channel there is; none of them can stop another. */
public interface AlertSink {
    /**
     * Sends one message.
     *
     * @return one row for each configured channel; empty if there is none. Never throws.
     */
    List<Delivery> send(Alert alert, Deadline deadline);

    /**
     * Tells the third party that notices our silence; does nothing where none is configured.
     *
     * @return what an operator should know, empty if nothing
     */
    String heartbeat(Deadline deadline);

    /**
     * What became of a message in one channel.
     *
     * @param detail why it failed, without secrets; empty if it did not
     */
    record Delivery(String channel, boolean delivered, String detail) {
        public Delivery {
            Objects.requireNonNull(channel, "channel");
            Objects.requireNonNull(detail, "detail");
        }

        @Override
        public String toString() {
            return delivered ? channel + ": delivered" : "%s: not delivered: %s".formatted(channel, detail);
        }
    }
}
