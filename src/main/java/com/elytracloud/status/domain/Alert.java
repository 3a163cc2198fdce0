package com.elytracloud.status.domain;

import java.time.Instant;

/** One message to the operator. */
public record Alert(Kind kind, OpenAlert incident, Instant at) {
    public AlertType type() {
        return incident.type();
    }

    public enum Kind {
        OPENED,
        REMINDER,
        RESOLVED,
        /** Nothing happened; someone tries the channels. */
        TEST
    }
}
