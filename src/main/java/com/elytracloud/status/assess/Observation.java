package com.elytracloud.status.assess;

import java.time.Instant;

import com.elytracloud.status.domain.MonitorClass;

/**
 * How one run classifies one monitor.
 *
 * @param at when the class was observed; earlier than the run if it was carried over, or if it is not monitored
 * @param isMonitored whether the source still checks it
 * @param isMissing whether the source should have listed it and did not
 * @param reason why, for the operator
 */
record Observation(MonitorClass monitorClass, Instant at, boolean isMonitored, boolean isMissing, String reason) {
    static Observation of(MonitorClass monitorClass, Instant at, String reason) {
        return new Observation(monitorClass, at, true, false, reason);
    }

    static Observation missing(Instant now, String reason) {
        return new Observation(MonitorClass.UNKNOWN, now, true, true, reason);
    }

    static Observation notMonitored(Instant lastSeen, String reason) {
        return new Observation(MonitorClass.UNKNOWN, lastSeen, false, false, reason);
    }

    /** The same monitor, unknown for a reason outside of it. */
    Observation because(String outside) {
        return isMonitored ? new Observation(MonitorClass.UNKNOWN, at, true, isMissing, outside) : this;
    }
}
