package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;

/** Evaluates what the public address served. */
public final class WatchdogAssessor {
    /** How far our clock may be behind that of the run. */
    static final Duration AHEAD = Duration.ofMinutes(2);
    /** Renewals usually happen 30 days before the end. */
    static final Duration CERTIFICATE_LEFT = Duration.ofDays(14);

    /** Something answers, but not with the file. */
    private static final Set<Reason> WRONG_ANSWERS =
            Set.of(Reason.TOO_LARGE, Reason.UNREADABLE, Reason.WRONG_SERVICE, Reason.INTERNAL_ERROR);

    private WatchdogAssessor() {}

    /**
     * Evaluates one response. What it does not show yields no signal: a site that cannot be fetched may or may not be
     * fresh.
     *
     * @param leaks where the guard found something in the served bytes; never the text itself
     */
    public static List<AlertSignal> assess(Reading<ServedSite> answer, List<String> leaks, Seen newest, Instant now) {
        List<AlertSignal> signals = new ArrayList<>();
        if (!leaks.isEmpty()) {
            signals.add(AlertSignal.bad(AlertType.LEAK, String.join("; ", leaks)));
        }
        signals.addAll(answer.fold(
                site -> served(site, leaks.isEmpty(), newest, now),
                () -> List.of(AlertSignal.bad(AlertType.UNREACHABLE, "the public address answers without a file")),
                WatchdogAssessor::failed));
        return signals;
    }

    private static List<AlertSignal> failed(Failure failure) {
        return WRONG_ANSWERS.contains(failure.reason())
                ? List.of(
                        AlertSignal.good(AlertType.UNREACHABLE), AlertSignal.bad(AlertType.INVALID, failure.toString()))
                : List.of(AlertSignal.bad(AlertType.UNREACHABLE, failure.toString()));
    }

    private static List<AlertSignal> served(ServedSite site, boolean isFreeOfLeaks, Seen newest, Instant now) {
        Instant updatedAt = site.revision().updatedAt();
        Duration age = Duration.between(updatedAt, now);
        Duration trusted = Duration.between(updatedAt, site.staleAfter());
        Duration left = Duration.between(now, site.certificateEnds());
        List<AlertSignal> signals = new ArrayList<>(List.of(
                AlertSignal.good(AlertType.UNREACHABLE),
                order(site.revision(), newest, age),
                // The document's own time follows the schedule: at two thirds of it at least one run is missing.
                older(AlertType.ORIGIN_STALE, age, trusted.multipliedBy(2).dividedBy(3)),
                older(AlertType.PUBLIC_STALE, age, trusted),
                new AlertSignal(
                        AlertType.CERTIFICATE_ENDING,
                        left.compareTo(CERTIFICATE_LEFT) < 0,
                        "the certificate of the public address ends in %d days".formatted(left.toDays()))));
        if (isFreeOfLeaks) {
            signals.add(AlertSignal.good(AlertType.LEAK));
        }
        return signals;
    }

    private static AlertSignal order(Seen revision, Seen newest, Duration age) {
        if (age.compareTo(AHEAD.negated()) < 0) {
            return AlertSignal.bad(
                    AlertType.INVALID, "the file is from %s, ahead of this clock".formatted(revision.updatedAt()));
        }
        return new AlertSignal(
                AlertType.INVALID,
                revision.isBehind(newest),
                "the file went back to %s after %s was seen".formatted(revision.updatedAt(), newest.updatedAt()));
    }

    private static AlertSignal older(AlertType type, Duration age, Duration limit) {
        return new AlertSignal(
                type, age.compareTo(limit) > 0, "the public file is %d minutes old".formatted(age.toMinutes()));
    }
}
