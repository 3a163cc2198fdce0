package com.elytracloud.status.kuma;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.AskLimits;
import com.elytracloud.status.http.Question;
import com.elytracloud.status.http.RestAsker;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;

/** Asks Uptime Kuma. */
@Singleton
final class KumaClient {
    /** Ten thousand monitors with their tags take 20 MB; they are read line by line and never held as a whole. */
    static final long MOST_METRICS = 64 << 20;

    private final KumaConfig config;
    private final RestAsker<KumaApi> pages;
    private final RestAsker<KumaApi> metrics;

    @Inject
    KumaClient(KumaConfig config, Workers workers) {
        this(config, workers, AskLimits.USUAL, MOST_METRICS);
    }

    /** A client with other limits, for tests. */
    KumaClient(KumaConfig config, Workers workers, AskLimits limits, long mostMetrics) {
        this.config = config;
        this.pages = RestAsker.of(KumaApi.class, config.url(), new KumaRefusals(), limits, workers);
        this.metrics = pages.within(limits.upTo(mostMetrics));
    }

    /** Reads {@code /metrics}. */
    Reading<Metrics> metrics(Instant now, Deadline deadline) {
        return metrics.ask(
                new Question<>(api -> api.metrics(authorization()), "text/plain", MetricsParser::parse), now, deadline);
    }

    /** Reads the heartbeats of the status page. */
    Reading<HeartbeatPage> heartbeats(Instant now, Deadline deadline) {
        return pages.ask(
                new Question<>(api -> api.heartbeats(config.statusPage()), "application/json", HeartbeatParser::parse),
                now,
                deadline);
    }

    // Kuma takes the key as the password of nobody.
    private String authorization() {
        byte[] credentials = (":" + config.apiKey().value()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
