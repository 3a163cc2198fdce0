package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Diagnosis;
import com.elytracloud.status.run.Diagnosis.Part;
import com.elytracloud.status.run.Examination;

/** Whether Better Stack answers, takes the token, and lists monitors; no row where it is not the service that is read. */
@Singleton
final class BetterStackExamination implements Examination {
    private static final String SERVICE = "Better Stack";
    private static final String TOKEN = "token of Better Stack";

    private final BetterStackConfig config;
    private final BetterStackClient client;

    BetterStackExamination(BetterStackConfig config, BetterStackClient client) {
        this.config = config;
        this.client = client;
    }

    @Override
    public Part part() {
        return Part.MONITORS;
    }

    @Override
    public List<Diagnosis> examine(Instant now, Deadline deadline) {
        if (!config.servesFor(Purpose.READ_MONITORS)) {
            return List.of();
        }
        if (!config.problems().isEmpty()) {
            return List.of(part().grey(SERVICE, "not asked: its settings are wrong"));
        }
        return client.monitors(now, deadline)
                .fold(
                        listing -> List.of(
                                part().green(
                                                SERVICE,
                                                "answers and lists %d monitors"
                                                        .formatted(listing.monitors()
                                                                .size())),
                                part().green(TOKEN, "is accepted")),
                        List::of,
                        this::refused);
    }

    private List<Diagnosis> refused(Failure failure) {
        boolean byToken = failure.reason() == Reason.UNAUTHORIZED || failure.reason() == Reason.FORBIDDEN;
        return byToken
                ? List.of(part().green(SERVICE, "answers"), part().red(TOKEN, failure, advice(failure.reason())))
                : List.of(part().red(SERVICE, failure, advice(failure.reason())), part().grey(TOKEN, "not known"));
    }

    private static String advice(Reason reason) {
        return switch (reason) {
            case UNAUTHORIZED, FORBIDDEN ->
                "Make a token in Better Stack (Uptime > Integrations > API tokens) that may read the monitors of the"
                        + " team, and put it into BETTER_STACK_TOKEN.";
            case THROTTLED, NOT_READY -> "Wait some minutes and look again.";
            case CLOCK_SKEWED -> "Set the clock of this machine by NTP, and let no cache answer for Better Stack.";
            case INTERNAL_ERROR -> "An error of the program: report it with the trace on standard error.";
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
                "Look at Better Stack's own status page, whether a firewall lets this machine out, and whether"
                        + " BETTER_STACK_URL, if it is set, is right; usually it is not needed.";
        };
    }
}
