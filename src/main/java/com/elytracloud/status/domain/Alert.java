package com.elytracloud.status.domain;

import java.time.Instant;

/** One message to the operator. */
public record Alert(Kind kind, OpenAlert incident, Instant at) {
    public AlertType trouble() {
        return incident.trouble();
    }

    public enum Kind {
        OPENED,
        REMINDER,
        RESOLVED,
        /** Nothing happened; someone tries the channels. */
        TEST
    }
}
