package com.elytracloud.status.trigger;

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
record TriggerCheck(TriggerConfig config, AnonymousHttp visitor) implements HealthCheck {
    private static final String ROW = "webhook address";

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
                    .map(problem -> part().fail(ROW, problem.toString(), "Correct it, or leave TRIGGER_URL empty."))
                    .toList();
        }
        boolean hasToken = !config.token().isEmpty();
        Map<String, String> headers =
                hasToken ? Map.of("Authorization", "Bearer " + config.token().value()) : Map.of();
        return List.of(visitor.visit(config.address().get(), headers, deadline)
                .fold(
                        answer -> row(answer.status(), hasToken),
                        () -> part().skipped(ROW, "no answer"),
                        failure -> part().fail(
                                        ROW, failure, "Check TRIGGER_URL: it is the output of Terraform, or yours.")));
    }

    private DoctorReport row(int status, boolean hasToken) {
        if (status == (hasToken ? 202 : 403)) {
            return part().ok(ROW, hasToken ? "accepts the token; a run follows" : "refuses requests without a token");
        }
        String advice = status == 403
                ? "The function has another TRIGGER_TOKEN, or its URL is not public: check both."
                : status == 503
                        ? "The queue refuses messages: the log of the trigger function has the reason."
                        : "This is not the trigger function, or it fails: check TRIGGER_URL and its log.";
        return part().fail(ROW, "answered %d%s".formatted(status, hasToken ? "" : " without a token"), advice);
    }
}
