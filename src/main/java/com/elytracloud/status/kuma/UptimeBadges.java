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
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.ErrorMapper;
import com.elytracloud.status.run.Deadline;

/** The uptime of 7, 30 and 90 days that Uptime Kuma shows in badges of the monitors on a status page. */
final class UptimeBadges {
    private static final Pattern PERCENT = Pattern.compile("<title>[^<]*: *(\\d{1,3}(?:\\.\\d{1,6})?)%</title>");
    private static final int MAX_BYTES = 64 << 10;
    private static final int FORBIDDEN = 403;

    /** Hours mean the same in all versions, but version 2 refuses more than 720; version 1 takes "90d" for 90 hours. */
    private static final Map<Integer, List<String>> SPANS =
            Map.of(7, List.of("168"), 30, List.of("720"), 90, List.of("2160", "90d"));

    private final KumaApi api;
    private final ApiCaller caller;
    private final ErrorMapper errors;

    UptimeBadges(KumaApi api, ApiCaller caller, ErrorMapper errors) {
        this.api = api;
        this.caller = new ApiCaller(caller.policy().once(), caller.executor());
        this.errors = errors;
    }

    /** The shares by days; failed if one of them could not be requested. Spans without a value are absent. */
    Reading<Map<Integer, BigDecimal>> of(MonitorId id, Instant now, Deadline deadline) {
        Map<Integer, BigDecimal> shares = new HashMap<>();
        for (Map.Entry<Integer, List<String>> span : SPANS.entrySet()) {
            Reading<BigDecimal> share = new Reading.Nothing<>();
            for (String text : span.getValue()) {
                share = isNothing(share) ? read(id, text, now, deadline) : share;
            }
            if (share instanceof Reading.Failed<BigDecimal> failed) {
                return new Reading.Failed<>(failed.failure());
            }
            share.fold(found -> shares.put(span.getKey(), found), () -> null, failure -> null);
        }
        return new Reading.Found<>(shares);
    }

    private Reading<BigDecimal> read(MonitorId id, String span, Instant now, Deadline deadline) {
        return caller.read(
                        () -> api.uptimeBadge(id.value(), span),
                        response -> response.status() == FORBIDDEN
                                ? Optional.<BigDecimal>empty()
                                : parse(response.body("image/svg+xml", MAX_BYTES, errors)),
                        now,
                        deadline)
                .then(share ->
                        share.<Reading<BigDecimal>>map(Reading.Found::new).orElseGet(Reading.Nothing::new));
    }

    // A monitor without a beat shows 0, like one that was always down: that is no figure.
    private static Optional<BigDecimal> parse(InputStream body) throws IOException {
        Matcher title = PERCENT.matcher(new String(body.readAllBytes(), StandardCharsets.UTF_8));
        return title.find()
                ? KumaValues.share(
                                new BigDecimal(title.group(1)).movePointLeft(2).toPlainString())
                        .filter(share -> share.signum() > 0)
                : Optional.empty();
    }

    private static boolean isNothing(Reading<BigDecimal> reading) {
        return reading instanceof Reading.Nothing<BigDecimal>;
    }
}
