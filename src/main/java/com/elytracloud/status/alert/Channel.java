package com.elytracloud.status.alert;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.run.Deadline;

/**
 * One way to the operator.
 *
 * @param name what tables and logs call it
 */
record Channel(String name, Sending sending) {
    /** How it takes a message. */
    @FunctionalInterface
    interface Sending {
        /**
         * Sends one.
         *
         * @throws ChannelException if it was not taken
         */
        void send(Alert alert, AlertText text, Deadline deadline) throws ChannelException;
    }
}
