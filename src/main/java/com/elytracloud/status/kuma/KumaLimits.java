package com.elytracloud.status.kuma;

import java.time.Duration;

/**
 * How much of anything one question may cost.
 *
 * @param connect for the connection, TLS included
 * @param attempt for one request with its whole answer
 * @param attempts how many requests one question may take
 * @param backoff the pause before the second request, doubled before each further one, halved at random
 * @param bytes of a status page, decompressed
 * @param metricsBytes of the metrics, decompressed: they are read as they come, and next to nothing of them is kept
 */
record KumaLimits(Duration connect, Duration attempt, int attempts, Duration backoff, long bytes, long metricsBytes) {
    /** Metrics of 30,000 monitors fit; the reading of a run has 10 s. */
    static final KumaLimits USUAL =
            new KumaLimits(Duration.ofSeconds(2), Duration.ofSeconds(4), 3, Duration.ofMillis(400), 16 << 20, 64 << 20);
}
