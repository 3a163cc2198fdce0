package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;

import com.elytracloud.status.run.AlertSink.Delivery;

/**
 * The result of one check of the public site, for the operator.
 *
 * @param alerts what is wrong, each with its detail; empty if the site is healthy
 * @param updatedAt when the served file was made; null if none was served
 * @param certificateDays whole days until the certificate of the address ends; null where none was seen
 */
public record WatchdogReport(
        Instant at,
        List<String> alerts,
        Instant updatedAt,
        Long certificateDays,
        List<Delivery> deliveries,
        List<String> warnings,
        long durationMillis) {
    public boolean isHealthy() {
        return alerts.isEmpty();
    }

    public String line() {
        return "watch in %d ms: %s, public file of %s, alerts %s%s"
                .formatted(
                        durationMillis,
                        isHealthy() ? "healthy" : alerts,
                        updatedAt,
                        deliveries,
                        warnings.isEmpty() ? "" : ", warnings " + warnings);
    }
}
