package com.elytracloud.status.run;

import java.util.List;

import com.elytracloud.status.domain.Alert;

/** Sends alerts to every configured channel; none of them can stop another. */
public interface AlertSink {
    /**
     * Sends one message.
     *
     * @return one row for each configured channel; empty if there is none. Never throws.
     */
    List<Delivery> send(Alert alert, Deadline deadline);

    /**
     * Calls the dead man's switch; does nothing if none is configured.
     *
     * @return a warning for the operator, empty if there is none
     */
    String heartbeat(Deadline deadline);

    /**
     * What became of an alert in one channel.
     *
     * @param detail why it failed, without secrets; empty if it did not
     */
    record Delivery(String channel, boolean delivered, String detail) {
        @Override
        public String toString() {
            return delivered ? channel + ": delivered" : "%s: not delivered: %s".formatted(channel, detail);
        }
    }
}
