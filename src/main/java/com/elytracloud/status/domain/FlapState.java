package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * The counters of the flap filter between two runs, for the platform or for one component.
 *
 * @param bad runs in outage in a row; at {@value #ENOUGH} the outage is confirmed
 * @param good operational runs in a row after a confirmed outage
 * @param unknownSince the first of the unknown runs in a row up to now; {@link Instant#MIN} if the last run was not unknown
 * @param confirmed the last status that needed no second run
 * @param countedAt the last run that moved {@code bad} or {@code good}; {@link Instant#MIN} before the first
 */
public record FlapState(int bad, int good, Instant unknownSince, PlatformStatus confirmed, Instant countedAt) {
    /** How many runs confirm a change. */
    public static final int ENOUGH = 2;

    /** Before the first run, or after a lost state. */
    public static final FlapState NONE = new FlapState(0, 0, Instant.MIN, PlatformStatus.UNKNOWN, Instant.MIN);

    public FlapState {
        if (bad < 0 || bad > ENOUGH || good < 0 || good >= ENOUGH) {
            throw new IllegalArgumentException(
                    "bad %d and good %d are not within 0..%d and 0..%d".formatted(bad, good, ENOUGH, ENOUGH - 1));
        }
    }

    /** Whether an outage was confirmed and is not yet over. */
    public boolean isInOutage() {
        return bad == ENOUGH;
    }
}
