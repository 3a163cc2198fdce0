package com.elytracloud.status.trigger;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Tries the address that Uptime Kuma notifies, with the token if there is one; a run follows if it is accepted. */
@Singleton
final class TriggerCheck implements HealthCheck {
    private static final String ROW = "webhook address";
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final TriggerConfig config;
    private final AnonymousHttp visitor;

    TriggerCheck(TriggerConfig config, AnonymousHttp visitor) {
        this.config = config;
        this.visitor = visitor;
    }

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        // Most installations have none, and need no row about it.
        if (config.address().isEmpty()) {
            return config.problems().stream()
                    .filter(problem -> problem.variable().equals(TriggerConfig.ADDRESS))
                    .map(problem -> part().red(ROW, problem.toString(), "Correct it, or leave TRIGGER_URL empty."))
                    .toList();
        }
        boolean hasToken = !config.token().isEmpty();
        URI address = config.address().get();
        Map<String, String> headers =
                hasToken ? Map.of("Authorization", "Bearer " + config.token().value()) : Map.of();
        return List.of(visitor.visit(address, headers, deadline.within(LIMIT))
                .fold(
                        answer -> row(answer.status(), hasToken),
                        () -> part().grey(ROW, "no answer"),
                        failure -> part().red(
                                        ROW, failure, "Check TRIGGER_URL: it is the output of Terraform, or yours.")));
    }

    private DoctorReport row(int status, boolean hasToken) {
        if (status == (hasToken ? 202 : 403)) {
            return part().green(
                            ROW, hasToken ? "accepts the token; a run follows" : "refuses requests without a token");
        }
        String seen = "answered " + status;
        return switch (status) {
            case 403 ->
                part().red(ROW, seen, "The function has another TRIGGER_TOKEN, or its URL is not public: check both.");
            case 202 ->
                part().red(ROW, seen + " without a token", "This is not the trigger function: check TRIGGER_URL.");
            case 503 ->
                part().red(ROW, seen, "The queue refuses messages: the log of the trigger function has the reason.");
            default ->
                part().red(ROW, seen, "This is not the trigger function, or it fails: check TRIGGER_URL and its log.");
        };
    }
}
