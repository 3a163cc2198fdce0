package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Reads Uptime Kuma's endpoints. */
@Singleton
record KumaClient(KumaConfig config, KumaApi api, ApiCaller caller) {
    /** Ten thousand monitors with their tags take 20 MB; they are read line by line. */
    static final long MAX_METRICS = 32 << 20;

    private static final long MAX_PAGE = 16 << 20;
    private static final long MAX_BADGE = 64 << 10;
    private static final Pattern PERCENT = Pattern.compile("<title>[^<]*: *(\\d{1,3}(?:\\.\\d{1,6})?)%</title>");
    /** Hours mean the same in all versions, but version 2 refuses more than 720; version 1 takes "90d" for 90 hours. */
    private static final List<Span> SPANS =
            List.of(new Span(7, "168"), new Span(30, "720"), new Span(90, "2160"), new Span(90, "90d"));

    private record Span(int days, String text) {}

    @Inject
    KumaClient(KumaConfig config, RestClients clients, BoundedExecutor executor) {
        this(
                config,
                clients.of(KumaApi.class, config.url(), config::headers),
                new ApiCaller(RetryPolicy.DEFAULT, executor, new KumaErrors(config.url())));
    }

    Reading<Metrics> metrics(Instant now, Deadline deadline) {
        return caller.read(
                () -> api.metrics(authorization()),
                response -> MetricsParser.parse(response.body("text/plain", MAX_METRICS)),
                now,
                deadline);
    }

    /** Reads the monitors of the status page. Kuma 1.x never responds for a page that does not exist. */
    Reading<SourcePage> statusPage(Instant now, Deadline deadline) {
        // A large page takes seconds: requested again it would only take longer.
        return caller.patient()
                .read(
                        () -> api.statusPage(config.statusPage()),
                        response -> StatusPage.parse(response.body("application/json", MAX_PAGE), now),
                        now,
                        deadline);
    }

    Reading<HeartbeatPage> heartbeats(Instant now, Deadline deadline) {
        return caller.patient()
                .read(
                        () -> api.heartbeats(config.statusPage()),
                        response -> HeartbeatPage.parse(response.body("application/json", MAX_PAGE)),
                        now,
                        deadline);
    }

    /**
     * The uptime of longer spans of a monitor on a status page, as Uptime Kuma shows it in badges: shares by days; spans
     * without a value are absent. Failed if one of them could not be requested.
     */
    Reading<Map<Integer, BigDecimal>> longUptime(MonitorId id, Instant now, Deadline deadline) {
        Reading<Map<Integer, BigDecimal>> shares = new Reading.Found<>(new HashMap<>());
        for (Span span : SPANS) {
            shares = shares.then(known -> known.containsKey(span.days)
                    ? new Reading.Found<>(known)
                    : badge(id, span.text, now, deadline).then(share -> {
                        share.ifPresent(value -> known.put(span.days, value));
                        return new Reading.Found<>(known);
                    }));
        }
        return shares;
    }

    private Reading<Optional<BigDecimal>> badge(MonitorId id, String span, Instant now, Deadline deadline) {
        return caller.once()
                .read(
                        () -> api.uptimeBadge(id.value(), span),
                        response -> response.status() == 403
                                ? Optional.empty()
                                : share(response.body("image/svg+xml", MAX_BADGE)),
                        now,
                        deadline);
    }

    // A monitor without a beat shows 0, like one that was always down: that is no uptime.
    private static Optional<BigDecimal> share(InputStream badge) throws IOException {
        Matcher title = PERCENT.matcher(new String(badge.readAllBytes(), StandardCharsets.UTF_8));
        return title.find()
                ? KumaValues.share(title.group(1) + "E-2").filter(share -> share.signum() > 0)
                : Optional.empty();
    }

    // Kuma takes the key as the password of an empty user name.
    private String authorization() {
        byte[] credentials = (":" + config.apiKey().value()).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }
}
