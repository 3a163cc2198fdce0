package com.elytracloud.status.domain;

import java.util.Objects;

/**
 * How far a change of the platform's status is confirmed.
 *
 * @param bad runs in a row that pointed to an outage, 0 to {@link #ENOUGH}; it stays at enough until all is clear
 * @param good operational runs in a row after an outage, below {@link #ENOUGH}
 * @param unknowns runs in a row without a judgement, 0 to {@link #ENOUGH}
 * @param confirmed the newest status that did not wait for another run
 */
public record Damping(int bad, int good, int unknowns, PlatformStatus confirmed) {
    /** Runs in a row that confirm a change. */
    public static final int ENOUGH = 2;

    /** A first run, or a lost state. */
    public static final Damping NONE = new Damping(0, 0, 0, PlatformStatus.UNKNOWN);

    /** @throws IllegalArgumentException if a counter is not within its bounds */
    public Damping {
        Objects.requireNonNull(confirmed, "confirmed");
        if (bad < 0 || bad > ENOUGH || good < 0 || good >= ENOUGH || unknowns < 0 || unknowns > ENOUGH) {
            throw new IllegalArgumentException("bad %d, good %d, unknowns %d are not within 0..%d, 0..%d, 0..%d"
                    .formatted(bad, good, unknowns, ENOUGH, ENOUGH - 1, ENOUGH));
        }
    }

    /** Whether an outage was confirmed and is not yet over. */
    public boolean isInOutage() {
        return bad == ENOUGH;
    }
}
