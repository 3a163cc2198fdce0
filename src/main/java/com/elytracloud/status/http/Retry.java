package com.elytracloud.status.http;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;

/** The retry loop of all edges: exponential backoff with jitter, {@code Retry-After}, never beyond the deadline. */
public final class Retry {
    private Retry() {}

    /** One attempt of a call, to be finished within the given time. */
    public interface Attempt<T> {
        T make(Duration limit) throws ApiCallException;
    }

    /**
     * Makes attempts until one succeeds.
     *
     * @throws ApiCallException of the last attempt, if there is no time for another or it would fail in the same way
     */
    public static <T> T withRetries(RetryPolicy policy, Deadline deadline, Attempt<T> attempt) throws ApiCallException {
        ApiCallException before = null;
        for (int made = 1; ; made++) {
            try {
                return attempt.make(deadline.atMost(policy.timeout()));
            } catch (ApiCallException e) {
                if (before != null && e.failure().reason() == Reason.TIMED_OUT) {
                    throw before; // an attempt that the deadline cut off says less than the one before it
                }
                before = e;
                Duration pause = pause(policy, made, e.retryAfter());
                boolean again = e.isTransient() && made < policy.attempts();
                if (!again || pause.compareTo(deadline.remaining()) >= 0 || !sleep(pause)) {
                    throw e;
                }
            }
        }
    }

    private static Duration pause(RetryPolicy policy, int made, Duration retryAfter) {
        long longest = policy.backoff().toMillis() << (made - 1);
        Duration backoff = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return backoff.compareTo(retryAfter) > 0 ? backoff : retryAfter;
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
