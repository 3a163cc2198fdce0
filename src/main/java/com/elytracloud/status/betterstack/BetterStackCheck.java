package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.HealthCheck;

/** Checks whether Better Stack responds, accepts the token and lists monitors; no rows unless it is configured. */
@Singleton
final class BetterStackCheck implements HealthCheck {
    private static final String SERVICE = "Better Stack";
    private static final String TOKEN = "token of Better Stack";

    private final BetterStackConfig config;
    private final BetterStackClient client;

    BetterStackCheck(BetterStackConfig config, BetterStackClient client) {
        this.config = config;
        this.client = client;
    }

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
            return List.of(part().grey(SERVICE, "not checked: its settings are wrong"));
        }
        return client.monitors(now, deadline)
                .fold(
                        monitors -> List.of(
                                part().green(SERVICE, "lists %d monitors".formatted(monitors.size())),
                                part().green(TOKEN, "is accepted")),
                        List::of,
                        this::failed);
    }

    private List<DoctorReport> failed(Failure failure) {
        boolean isToken = failure.reason() == Reason.UNAUTHORIZED || failure.reason() == Reason.FORBIDDEN;
        return isToken
                ? List.of(part().green(SERVICE, "responds"), part().red(TOKEN, failure, advice(failure.reason())))
                : List.of(part().red(SERVICE, failure, advice(failure.reason())), part().grey(TOKEN, "not checked"));
    }

    private static String advice(Reason reason) {
        return switch (reason) {
            case UNAUTHORIZED, FORBIDDEN ->
                "Create a token in Better Stack (Uptime > Integrations > API tokens) that may read the team's monitors,"
                        + " and set BETTER_STACK_TOKEN to it.";
            case THROTTLED, NOT_READY -> "Wait a few minutes and run the doctor again.";
            case CLOCK_SKEWED -> "Synchronise the clock of this machine with NTP, and bypass caches for Better Stack.";
            case INTERNAL_ERROR -> "This is an error of the program: report it with the stack trace on standard error.";
            case UNREACHABLE,
                    TIMED_OUT,
                    CUT_SHORT,
                    SERVER_ERROR,
                    NOT_FOUND,
                    WRONG_SERVICE,
                    REDIRECTED,
                    UNREADABLE,
                    TOO_LARGE,
                    NOT_SUPPORTED ->
                "Check Better Stack's own status page, the firewall of this machine, and BETTER_STACK_URL if it is set"
                        + " (usually it is not needed).";
        };
    }
}
