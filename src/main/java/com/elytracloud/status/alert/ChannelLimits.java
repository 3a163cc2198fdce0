package com.elytracloud.status.alert;

import java.time.Duration;

/**
 * How long and how often a message is tried.
 *
 * @param whole for all attempts together
 * @param backoff before the second attempt; doubles with each further one
 */
record ChannelLimits(Duration connect, Duration attempt, Duration whole, int attempts, Duration backoff) {
    /** All channels together must leave a function time to end. */
    static final ChannelLimits USUAL = new ChannelLimits(
            Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(5), 3, Duration.ofMillis(300));
}
