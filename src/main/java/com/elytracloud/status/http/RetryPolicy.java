package com.elytracloud.status.http;

import java.time.Duration;

/**
 * How often, and for how long, a call is attempted.
 *
 * @param attempts at most, the first included
 * @param timeout for one attempt, the response body included
 * @param backoff the longest pause before the second attempt; doubled before each further one
 */
public record RetryPolicy(int attempts, Duration timeout, Duration backoff) {
    /** Three attempts within the ten seconds that a run has for reading. */
    public static final RetryPolicy DEFAULT = new RetryPolicy(3, Duration.ofSeconds(4), Duration.ofMillis(400));

    public RetryPolicy {
        if (attempts < 1) {
            throw new IllegalArgumentException("attempts is %d, allowed is 1 or more".formatted(attempts));
        }
    }

    /** The policy for slow responses: a first attempt may take all the time that the caller has. */
    public RetryPolicy patient() {
        return new RetryPolicy(attempts, timeout.multipliedBy(attempts), backoff);
    }

    /** The same for calls that are not worth a second attempt. */
    public RetryPolicy once() {
        return new RetryPolicy(1, timeout, backoff);
    }
}
