package com.elytracloud.status.kuma;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Reads Uptime Kuma's endpoints. */
@Singleton
final class KumaClient {
    /** Kuma answers like this for any slug. */
    static final String NO_PAGE = "the status page does not exist or shows no monitor (UNKNOWN_STATUS_PAGE)";

    /** Ten thousand monitors with their tags take 20 MB; they are read line by line. */
    static final long MAX_METRICS = 64 << 20;

    private static final long MAX_PAGE = 16 << 20;
    private static final Duration CONNECT = Duration.ofSeconds(2);

    private final KumaConfig config;
    private final KumaApi api;
    private final KumaErrors errors;
    private final ApiCaller caller;
    /** A large page takes seconds: requested again it would only take longer. */
    private final ApiCaller pages;

    @Inject
    KumaClient(KumaConfig config, RestClients clients, BoundedExecutor executor) {
        this(
                config,
                clients.of(KumaApi.class, config.url(), CONNECT, RetryPolicy.DEFAULT.timeout(), config::headers),
                new ApiCaller(RetryPolicy.DEFAULT, executor));
    }

    /** A client of another API, for tests. */
    KumaClient(KumaConfig config, KumaApi api, ApiCaller caller) {
        this.config = config;
        this.api = api;
        this.caller = caller;
        this.errors = new KumaErrors(String.valueOf(config.url().getHost()).toLowerCase(Locale.ROOT));
        this.pages = new ApiCaller(caller.policy().patient(), caller.executor());
    }

    Reading<Metrics> metrics(Instant now, Deadline deadline) {
        return caller.read(
                () -> api.metrics(authorization()),
                response -> checked(MetricsParser.parse(response.body("text/plain", MAX_METRICS, errors))),
                now,
                deadline);
    }

    /** Reads the monitors of the status page. Kuma 1.x never responds for a page that does not exist. */
    Reading<StatusPage> statusPage(Instant now, Deadline deadline) {
        return pages.read(
                () -> api.statusPage(config.statusPage()),
                response -> StatusPage.parse(response.body("application/json", MAX_PAGE, errors), now),
                now,
                deadline);
    }

    Reading<HeartbeatPage> heartbeats(Instant now, Deadline deadline) {
        return pages.read(
                () -> api.heartbeats(config.statusPage()),
                response -> checked(HeartbeatPage.parse(response.body("application/json", MAX_PAGE, errors))),
                now,
                deadline);
    }

    /** The uptime of longer spans of a monitor on a status page. */
    UptimeBadges badges() {
        return new UptimeBadges(api, new ApiCaller(caller.policy().once(), caller.executor()), errors);
    }

    private static Metrics checked(Metrics metrics) throws IOException {
        if (!metrics.ofKuma()) {
            throw ApiCallException.permanentFailure(Reason.WRONG_SERVICE, "the metrics are not those of Uptime Kuma");
        }
        // The body was cut off, even if the connection reports no error; monitors may be missing.
        if (!metrics.complete()) {
            throw new EOFException("the metrics end before their last family");
        }
        return metrics;
    }

    private static HeartbeatPage checked(HeartbeatPage page) throws ApiCallException {
        if (page.listed() == 0 && page.shares().isEmpty()) {
            throw ApiCallException.permanentFailure(Reason.NOT_FOUND, NO_PAGE);
        }
        return page;
    }

    // Kuma takes the key as the password of an empty user name.
    private String authorization() {
        byte[] credentials = (":" + config.apiKey().value()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
