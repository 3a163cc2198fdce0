package com.elytracloud.status.run;

import java.util.List;

import com.elytracloud.status.run.AlertSink.Delivery;

/**
 * The delivery results of the alerts of one run or check.
 *
 * @param undelivered whether no channel delivered an alert that was due
 */
record AlertOutcome(List<Delivery> deliveries, List<String> warnings, boolean undelivered) {
    static final AlertOutcome NOTHING = new AlertOutcome(List.of(), List.of(), false);

    AlertOutcome {
        deliveries = List.copyOf(deliveries);
        warnings = List.copyOf(warnings);
    }

    /** No alert was sent, for a reason the operator should know. */
    static AlertOutcome warning(String warning) {
        return new AlertOutcome(List.of(), List.of(warning), false);
    }
}
