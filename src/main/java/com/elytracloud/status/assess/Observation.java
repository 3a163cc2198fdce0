package com.elytracloud.status.assess;

import java.time.Instant;

import com.elytracloud.status.domain.MonitorClass;

/**
 * How one run classifies one monitor.
 *
 * @param at when the class was observed; earlier than the run if it was carried over, or if it is not monitored
 * @param reason why, for the operator
 */
record Observation(Kind kind, MonitorClass monitorClass, Instant at, String reason) {
    static Observation of(MonitorClass monitorClass, Instant at, String reason) {
        return new Observation(Kind.MONITORED, monitorClass, at, reason);
    }

    static Observation unknown(Instant now, String reason) {
        return of(MonitorClass.UNKNOWN, now, reason);
    }

    /** The source has stopped checking it, or does not have it any more; it was last seen at an instant. */
    static Observation notMonitored(Instant lastSeen, String reason) {
        return new Observation(Kind.NOT_MONITORED, MonitorClass.UNKNOWN, lastSeen, reason);
    }

    /** The source should have listed it and did not. */
    static Observation missing(Instant now, String reason) {
        return new Observation(Kind.MISSING, MonitorClass.UNKNOWN, now, reason);
    }

    boolean isMonitored() {
        return kind != Kind.NOT_MONITORED;
    }

    boolean isMissing() {
        return kind == Kind.MISSING;
    }

    /** The same monitor, unknown for a reason outside of it. */
    Observation because(String outside) {
        return isMonitored() ? new Observation(kind, MonitorClass.UNKNOWN, at, outside) : this;
    }

    enum Kind {
        MONITORED,
        MISSING,
        NOT_MONITORED
    }
}
