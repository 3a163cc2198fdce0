package com.elytracloud.status.run;

import com.elytracloud.status.domain.AlertState;

/** Stores the alert state privately; losing it costs at most a repeated alert. */
public interface AlertStateStore {
    /** Reads the alert state; a failure is returned as a warning, never thrown. */
    Kept read(Book which, Deadline deadline);

    /**
     * Replaces the alert state.
     *
     * @return a warning for the operator, empty if there is none
     */
    String write(Book which, AlertState book, Deadline deadline);

    /** Whose alert state: each has its own, so that neither overwrites the other's. */
    enum Book {
        STATUS,
        WATCHDOG
    }

    /**
     * The stored alert state.
     *
     * @param warning a warning for the operator, empty if there is none
     */
    record Kept(AlertState book, String warning) {}
}
