package com.elytracloud.status.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;

/**
 * How often, and for how long, a call is attempted: the retry loop of all edges, with exponential backoff and jitter.
 * {@code Retry-After} is honoured, the deadline never exceeded.
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

    RetryPolicy patient() {
        return new RetryPolicy(attempts, timeout.multipliedBy(attempts), backoff);
    }

    RetryPolicy once() {
        return new RetryPolicy(1, timeout, backoff);
    }

    /** One attempt of a call, to be finished within the given time. */
    interface Attempt<T> {
        T make(Duration limit) throws ApiCallException;
    }

    /**
     * Makes attempts until one succeeds.
     *
     * @throws ApiCallException of the last attempt, if there is no time for another or it would fail in the same way
     */
    <T> T withRetries(Deadline deadline, Attempt<T> attempt) throws ApiCallException {
        ApiCallException before = null;
        for (int made = 1; ; made++) {
            try {
                return attempt.make(deadline.atMost(timeout));
            } catch (ApiCallException e) {
                if (before != null && e.failure().reason() == Reason.TIMED_OUT) {
                    throw before; // an attempt that the deadline cut off says less than the one before it
                }
                before = e;
                Duration pause = pause(made, e.retryAfter());
                boolean again = e.isTransient() && made < attempts;
                if (!again || pause.compareTo(deadline.remaining()) >= 0 || !sleep(pause)) {
                    throw e;
                }
            }
        }
    }

    private Duration pause(int made, Duration retryAfter) {
        long longest = backoff.toMillis() << (made - 1);
        Duration own = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return own.compareTo(retryAfter) > 0 ? own : retryAfter;
    }

    private static boolean sleep(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
