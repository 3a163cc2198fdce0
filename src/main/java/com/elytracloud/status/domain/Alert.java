package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * One message to the operator.
 *
 * @param incident what it is about
 * @param at when it is sent
 */
public record Alert(Kind kind, OpenAlert incident, Instant at) {
    /** What it is about. */
    public AlertType trouble() {
        return incident.trouble();
    }

    /** Which message of an incident it is. */
    public enum Kind {
        OPENED,
        /** It still lasts. */
        REMINDER,
        /** It is over. */
        RESOLVED,
        /** Nothing happened; someone tries the channels. */
        TEST
    }
}
