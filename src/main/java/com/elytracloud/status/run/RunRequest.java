package com.elytracloud.status.run;

import java.time.Instant;

/**
 * Why a run was started.
 *
 * @param slot the scheduled slot it is for; {@link Instant#MIN} if a person or an unknown trigger started it
 */
public record RunRequest(Instant slot) {
    /** Started outside the schedule: always runs. */
    public static final RunRequest BY_HAND = new RunRequest(Instant.MIN);
}
