package com.elytracloud.status.run;

import java.time.Instant;
import java.util.Objects;

/**
 * Orders publications.
 *
 * @param number greater for a later run
 * @param at the instant of the run, whole seconds
 */
public record Revision(long number, Instant at) {
    public Revision {
        Objects.requireNonNull(at, "at");
    }
}
