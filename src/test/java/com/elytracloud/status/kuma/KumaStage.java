package com.elytracloud.status.kuma;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Builds a source against any address, with limits that keep the tests short. */
final class KumaStage {
    static final String KEY = "uk1_$$aB{x}_${HOME}-ü";
    static final String SLUG = "public";

    private final BoundedExecutor executor;
    private final Optional<KumaApi> api;
    private final Map<String, String> variables = new HashMap<>();
    private RetryPolicy policy = new RetryPolicy(1, Duration.ofSeconds(10), Duration.ofMillis(2));

    /** Reads a server; in a Quarkus application only. */
    KumaStage(BoundedExecutor executor, String url) {
        this.executor = executor;
        this.api = Optional.empty();
        variables.put("UPTIME_KUMA_URL", url);
    }

    /** Reads without a network. */
    KumaStage(BoundedExecutor executor, KumaApi api) {
        this.executor = executor;
        this.api = Optional.of(api);
        variables.put("UPTIME_KUMA_URL", "http://kuma.invalid");
    }

    KumaStage withKey() {
        variables.put("UPTIME_KUMA_API_KEY", KEY);
        return this;
    }

    KumaStage withPage() {
        variables.put("UPTIME_KUMA_STATUS_PAGE", SLUG);
        return this;
    }

    KumaStage with(String variable, String value) {
        variables.put(variable, value);
        return this;
    }

    KumaStage attempts(int attempts, Duration each) {
        policy = new RetryPolicy(attempts, each, policy.backoff());
        return this;
    }

    KumaMonitorSource source() {
        KumaConfig config = new KumaConfig(new Variables(variables::get));
        return new KumaMonitorSource(config, client(config), executor);
    }

    KumaCheck examination() {
        KumaConfig config = new KumaConfig(new Variables(variables::get));
        return new KumaCheck(config, client(config));
    }

    private KumaClient client(KumaConfig config) {
        KumaApi called = api.orElseGet(() -> new RestClients(new TlsConfig(new Variables(variables::get)))
                .of(KumaApi.class, config.url(), config::headers));
        return new KumaClient(config, called, new ApiCaller(policy, executor, new KumaErrors(config.url())));
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
