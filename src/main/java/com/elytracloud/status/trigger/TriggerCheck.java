package com.elytracloud.status.trigger;

import java.util.Map;

import jakarta.inject.Singleton;

import com.elytracloud.status.run.AnonymousHttp;
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
    public DoctorReport examine(DoctorReport report) {
        config.problems().stream()
                .filter(problem -> problem.variable().equals(TriggerConfig.ADDRESS))
                .forEach(problem -> report.fail(ROW, problem.toString(), "trigger.setting"));
        // Most installations have none, and need no row about it.
        if (config.address().isEmpty()) {
            return report;
        }
        boolean hasToken = !config.token().isEmpty();
        Map<String, String> headers =
                hasToken ? Map.of("Authorization", "Bearer " + config.token().value()) : Map.of();
        return visitor.visit(config.address().get(), headers, report.deadline())
                .fold(
                        visit -> report.require(
                                visit.status() == (hasToken ? 202 : 403),
                                ROW,
                                "answers %d to a request %s token"
                                        .formatted(visit.status(), hasToken ? "with the" : "without a"),
                                advice(visit.status())),
                        () -> report,
                        failure -> report.fail(ROW, failure, "trigger.failure"));
    }

    private static String advice(int status) {
        return status == 403 ? "trigger.token" : status == 503 ? "trigger.queue" : "trigger.other";
    }
}
