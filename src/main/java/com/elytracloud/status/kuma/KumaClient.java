package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import io.quarkus.rest.client.reactive.QuarkusRestClientBuilder;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpVersion;
import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;

/** Asks Uptime Kuma, again if it makes sense, and never longer than allowed. */
@Singleton
final class KumaClient {
    private final KumaConfig config;
    private final KumaLimits limits;
    private final Workers workers;
    private final KumaApi api;

    @Inject
    KumaClient(KumaConfig config, Workers workers) {
        this(config, workers, KumaLimits.USUAL);
    }

    /** A client with other limits, for tests. */
    KumaClient(KumaConfig config, Workers workers, KumaLimits limits) {
        this.config = config;
        this.limits = limits;
        this.workers = workers;
        this.api = QuarkusRestClientBuilder.newBuilder()
                .baseUri(config.url())
                .connectTimeout(limits.connect().toMillis(), TimeUnit.MILLISECONDS)
                .readTimeout(limits.attempt().toMillis(), TimeUnit.MILLISECONDS)
                .followRedirects(false)
                .disableDefaultMapper(true)
                .httpClientOptionsCustomizer(KumaClient::customize)
                .register(new HangUp())
                .build(KumaApi.class);
    }

    /** Reads {@code /metrics}. */
    Reading<Metrics> metrics(Instant now, Deadline deadline) {
        return ask(
                new Question<>(
                        api -> api.metrics(authorization()), "text/plain", limits.metricsBytes(), MetricsParser::parse),
                now,
                deadline);
    }

    /** Reads the heartbeats of the status page. */
    Reading<HeartbeatPage> heartbeats(Instant now, Deadline deadline) {
        return ask(
                new Question<>(
                        api -> api.heartbeats(config.statusPage()),
                        "application/json",
                        limits.bytes(),
                        HeartbeatParser::parse),
                now,
                deadline);
    }

    // HTTP/2 would begin with an upgrade, which Kuma answers by hanging up. A kept connection would be of no use: Kuma
    // closes it after 5 s, and a frozen function would find it dead.
    private static void customize(HttpClientOptions options) {
        options.setProtocolVersion(HttpVersion.HTTP_1_1).setKeepAlive(false);
    }

    // Kuma takes the key as the password of nobody.
    private String authorization() {
        byte[] credentials = (":" + config.apiKey().value()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private <T> Reading<T> ask(Question<T> question, Instant now, Deadline deadline) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Reading.Found<>(attempt(question, now, deadline.atMost(limits.attempt())));
            } catch (KumaException e) {
                Duration pause = pause(attempt, e.notBefore());
                boolean again = e.isPassing() && attempt < limits.attempts();
                if (!again || pause.compareTo(deadline.remaining()) >= 0 || !waited(pause)) {
                    return new Reading.Failed<>(e.failure());
                }
            }
        }
    }

    private <T> T attempt(Question<T> question, Instant now, Duration limit) throws KumaException {
        try {
            return workers.call(() -> exchange(question, now), limit);
        } catch (TimeoutException e) {
            throw Faults.timedOut();
        } catch (ExecutionException e) {
            throw Faults.named(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KumaException.lasting(Reason.TIMED_OUT, "the run ended before the answer came");
        }
    }

    // Runs on a worker; its interruption ends a waiting read, and with it the connection.
    private <T> T exchange(Question<T> question, Instant now) throws IOException {
        RestResponse<InputStream> reply = send(question);
        InputStream raw = reply.getEntity();
        try {
            Replies.check(reply, question.type(), now);
            return question.reader().read(Bodies.decoded(reply, question.bytes()));
        } finally {
            if (raw != null) {
                raw.close();
            }
        }
    }

    private RestResponse<InputStream> send(Question<?> question) throws KumaException {
        try {
            return question.request().apply(api);
        } catch (RuntimeException e) {
            throw Faults.onTheWay(e);
        }
    }

    private Duration pause(int attempt, Duration notBefore) {
        long longest = limits.backoff().toMillis() << (attempt - 1);
        Duration backoff = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return backoff.compareTo(notBefore) > 0 ? backoff : notBefore;
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private record Question<T>(
            Function<KumaApi, RestResponse<InputStream>> request, String type, long bytes, Reader<T> reader) {}

    private interface Reader<T> {
        T read(InputStream body) throws IOException;
    }
}
