package com.elytracloud.status.alert;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.run.Deadline;

/**
 * One way to notify the operator.
 *
 * @param name its name in tables and logs
 */
record Channel(String name, Sending sending) {
    /** How it takes a message. */
    @FunctionalInterface
    interface Sending {
        /**
         * Sends one.
         *
         * @throws ApiCallException if it was not accepted
         */
        void send(Alert alert, AlertText text, Deadline deadline) throws ApiCallException;
    }
}
