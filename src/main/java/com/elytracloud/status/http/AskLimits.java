package com.elytracloud.status.http;

import java.time.Duration;

/**
 * How much of anything one question may cost.
 *
 * @param connect for the connection, TLS included
 * @param attempt for one request with its whole answer
 * @param attempts how many requests one question may take
 * @param backoff the pause before the second request, doubled before each further one, halved at random
 * @param bytes of a body, decompressed
 */
public record AskLimits(Duration connect, Duration attempt, int attempts, Duration backoff, long bytes) {
    /** The reading of a run has 10 s. */
    public static final AskLimits USUAL =
            new AskLimits(Duration.ofSeconds(2), Duration.ofSeconds(4), 3, Duration.ofMillis(400), 16 << 20);

    /** The same for bodies of up to so many bytes. */
    public AskLimits upTo(long most) {
        return new AskLimits(connect, attempt, attempts, backoff, most);
    }

    /** The same for a question that is not worth a second request. */
    public AskLimits once() {
        return new AskLimits(connect, attempt, 1, backoff, bytes);
    }
}
