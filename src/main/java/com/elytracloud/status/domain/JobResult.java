package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * What the backup job reports about its own last run in its status object; it can only downgrade a verdict.
 *
 * @param finishedAt when it ended; {@link Instant#MIN} unless it reports how it ended
 */
public record JobResult(Outcome outcome, Instant finishedAt) {
    /** The operator names no such object. */
    public static final JobResult NOT_ASKED = new JobResult(Outcome.NOT_ASKED, Instant.MIN);

    public static JobResult of(Outcome outcome) {
        return new JobResult(outcome, Instant.MIN);
    }

    /** How the job ended, or why that is not known. */
    public enum Outcome {
        NOT_ASKED,
        SUCCEEDED,
        /** It ended, but not all of it went well. */
        WARNED,
        FAILED,
        /** It left nothing. */
        MISSING,
        /** What it left cannot be understood. */
        UNCLEAR,
        /** The storage did not give it out. */
        UNAVAILABLE
    }
}
