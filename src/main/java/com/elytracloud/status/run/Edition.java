package com.elytracloud.status.run;

import java.time.Instant;
import java.util.Objects;

/**
 * Which run a publication is of: the order of publications.
 *
 * @param seq the number of the run; a later run has a greater one
 * @param at the instant of the run, whole seconds
 */
public record Edition(long seq, Instant at) {
    public Edition {
        Objects.requireNonNull(at, "at");
    }
}
