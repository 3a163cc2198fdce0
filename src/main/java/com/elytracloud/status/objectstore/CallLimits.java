package com.elytracloud.status.objectstore;

import java.time.Duration;
import java.util.Objects;

/**
 * How long and how often one call may try.
 *
 * @param connect for a connection
 * @param attempt for one attempt, its body included
 * @param attempts how many, the first included
 * @param backoff the longest wait before the second attempt; the true wait is random, and doubles with each further
 *     one
 */
public record CallLimits(Duration connect, Duration attempt, int attempts, Duration backoff) {
    /** As the time budget of a run allows. */
    public static final CallLimits USUAL =
            new CallLimits(Duration.ofSeconds(2), Duration.ofSeconds(4), 3, Duration.ofMillis(200));

    public CallLimits {
        Objects.requireNonNull(connect, "connect");
        Objects.requireNonNull(attempt, "attempt");
        Objects.requireNonNull(backoff, "backoff");
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is %d, allowed is 1 or more".formatted(attempts));
        }
    }
}
