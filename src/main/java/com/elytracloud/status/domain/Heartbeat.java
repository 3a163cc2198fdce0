package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * One result of one monitor at one instant, by the source's clock.
 *
 * @param at {@link #UNDATED} if the source's time cannot be read
 */
public record Heartbeat(Instant at, Monitor.State state) {
    /** The time of a heartbeat that shows none. */
    public static final Instant UNDATED = Instant.MIN;
}
