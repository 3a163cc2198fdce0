package com.elytracloud.status.kuma;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;

/** Builds a source against any address, with limits that keep the tests short. */
final class KumaStage {
    static final String KEY = "uk1_$$aB{x}_${HOME}-ü";
    static final String SLUG = "public";

    private final Workers workers;
    private final Map<String, String> variables = new HashMap<>();
    private KumaLimits limits =
            new KumaLimits(Duration.ofSeconds(2), Duration.ofSeconds(10), 1, Duration.ofMillis(2), 16 << 20, 64 << 20);

    KumaStage(Workers workers, String url) {
        this.workers = workers;
        variables.put("UPTIME_KUMA_URL", url);
    }

    KumaStage withKey() {
        variables.put("UPTIME_KUMA_API_KEY", KEY);
        return this;
    }

    KumaStage withPage() {
        variables.put("UPTIME_KUMA_STATUS_PAGE", SLUG);
        return this;
    }

    KumaStage attempts(int attempts, Duration each) {
        limits = new KumaLimits(
                limits.connect(), each, attempts, limits.backoff(), limits.bytes(), limits.metricsBytes());
        return this;
    }

    KumaStage atMostBytes(long bytes) {
        limits = new KumaLimits(limits.connect(), limits.attempt(), limits.attempts(), limits.backoff(), bytes, bytes);
        return this;
    }

    KumaMonitorSource source() {
        KumaConfig config = new KumaConfig(new Variables(variables::get));
        return new KumaMonitorSource(config, new KumaClient(config, workers, limits), workers);
    }

    static Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    /** {@code FOUND n}, {@code NOTHING} or the reason of the failure. */
    static String outcome(Reading<MonitorFleet> reading) {
        return reading.fold(fleet -> "FOUND " + fleet.readings().size(), () -> "NOTHING", failure -> failure.reason()
                .name());
    }

    static String detail(Reading<MonitorFleet> reading) {
        return reading.fold(fleet -> "", () -> "", failure -> failure.detail());
    }
}
