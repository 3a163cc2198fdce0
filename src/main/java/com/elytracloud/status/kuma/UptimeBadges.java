package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCallException;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.ErrorMapper;
import com.elytracloud.status.run.Deadline;

/** The uptime of 7, 30 and 90 days that Uptime Kuma shows in badges of the monitors on a status page. */
record UptimeBadges(KumaApi api, ApiCaller caller, ErrorMapper errors) {
    private static final Pattern PERCENT = Pattern.compile("<title>[^<]*: *(\\d{1,3}(?:\\.\\d{1,6})?)%</title>");
    private static final int MAX_BYTES = 64 << 10;
    private static final int FORBIDDEN = 403;

    /** Hours mean the same in all versions, but version 2 refuses more than 720; version 1 takes "90d" for 90 hours. */
    private static final List<Span> SPANS =
            List.of(new Span(7, "168"), new Span(30, "720"), new Span(90, "2160"), new Span(90, "90d"));

    /** The shares by days; failed if one of them could not be requested. Spans without a value are absent. */
    Reading<Map<Integer, BigDecimal>> of(MonitorId id, Instant now, Deadline deadline) {
        Map<Integer, BigDecimal> shares = new HashMap<>();
        try {
            for (Span span : SPANS) {
                if (!shares.containsKey(span.days)) {
                    read(id, span, now, deadline).ifPresent(share -> shares.put(span.days, share));
                }
            }
            return new Reading.Found<>(shares);
        } catch (ApiCallException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    private Optional<BigDecimal> read(MonitorId id, Span span, Instant now, Deadline deadline) throws ApiCallException {
        return caller.call(
                () -> api.uptimeBadge(id.value(), span.text),
                response -> response.status() == FORBIDDEN
                        ? Optional.empty()
                        : parse(response.body("image/svg+xml", MAX_BYTES, errors)),
                now,
                deadline);
    }

    // A monitor without a beat shows 0, like one that was always down: that is no uptime.
    private static Optional<BigDecimal> parse(InputStream body) throws IOException {
        Matcher title = PERCENT.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        return title.find()
                ? KumaValues.share(
                                new BigDecimal(title.group(1)).movePointLeft(2).toPlainString())
                        .filter(share -> share.signum() > 0)
                : Optional.empty();
    }

    private record Span(int days, String text) {}
}
