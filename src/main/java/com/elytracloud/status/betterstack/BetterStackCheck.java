package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.List;
import java.util.Set;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Checks whether Better Stack responds, accepts the token and lists monitors; no row unless it is configured. */
@Singleton
record BetterStackCheck(BetterStackConfig config, BetterStackClient client) implements HealthCheck {
    private static final String SERVICE = "Better Stack";
    private static final Set<Reason> OF_THE_TOKEN = Set.of(Reason.UNAUTHORIZED, Reason.FORBIDDEN);

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public List<DoctorReport> examine(Instant now, Deadline deadline) {
        if (!config.servesFor(Capability.READ_MONITORS)) {
            return List.of();
        }
        if (!config.problems().isEmpty()) {
            return List.of(part().skipped(SERVICE, "not tried: its settings are wrong"));
        }
        return client.monitors(now, deadline)
                .fold(
                        monitors -> List.of(
                                part().ok(SERVICE, "accepts the token, lists %d monitors".formatted(monitors.size()))),
                        List::of,
                        failure -> List.of(part().fail(SERVICE, failure, advice(failure.reason()))));
    }

    private static String advice(Reason reason) {
        return OF_THE_TOKEN.contains(reason)
                ? "Create a token in Better Stack (Uptime > Integrations > API tokens) that may read the team's monitors,"
                        + " and set BETTER_STACK_TOKEN to it."
                : "Check Better Stack's own status page, the firewall of this machine, and BETTER_STACK_URL if it is set"
                        + " (usually it is not needed).";
    }
}
