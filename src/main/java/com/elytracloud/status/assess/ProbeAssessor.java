package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.domain.AlertBook.Seen;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.domain.Trouble;

/** Judges what a visitor was given by the public address. */
public final class ProbeAssessor {
    /** How far our clock may be behind that of the run. */
    static final Duration AHEAD = Duration.ofMinutes(2);
    /** Renewals usually happen 30 days before the end. */
    static final Duration CERTIFICATE_LEFT = Duration.ofDays(14);

    private ProbeAssessor() {}

    /**
     * Judges one answer. What it does not show has no sight: a site that cannot be fetched may be fresh or not.
     *
     * @param leaks where the guard found something in the served bytes; never what
     * @param newest the newest edition that was seen before
     */
    public static List<Sight> assess(Reading<ServedSite> answer, List<String> leaks, Seen newest, Instant now) {
        List<Sight> sights = new ArrayList<>();
        if (!leaks.isEmpty()) {
            sights.add(Sight.bad(Trouble.LEAK, String.join("; ", leaks)));
        }
        answer.fold(
                site -> sights.addAll(served(site, leaks.isEmpty(), newest, now)),
                () -> sights.add(Sight.bad(Trouble.UNREACHABLE, "the public address answers without a file")),
                failure -> sights.addAll(failed(failure)));
        return sights;
    }

    private static List<Sight> failed(Failure failure) {
        return switch (failure.reason()) {
            case TOO_LARGE, UNREADABLE, WRONG_SERVICE, INTERNAL_ERROR ->
                List.of(Sight.good(Trouble.UNREACHABLE), Sight.bad(Trouble.INVALID, failure.toString()));
            case UNREACHABLE,
                    TIMED_OUT,
                    CUT_SHORT,
                    UNAUTHORIZED,
                    FORBIDDEN,
                    NOT_FOUND,
                    THROTTLED,
                    SERVER_ERROR,
                    REDIRECTED,
                    NOT_READY,
                    NOT_SUPPORTED,
                    CLOCK_SKEWED -> List.of(Sight.bad(Trouble.UNREACHABLE, failure.toString()));
        };
    }

    private static List<Sight> served(ServedSite site, boolean clean, Seen newest, Instant now) {
        List<Sight> sights = new ArrayList<>();
        Duration age = Duration.between(site.edition().updatedAt(), now);
        sights.add(Sight.good(Trouble.UNREACHABLE));
        sights.add(order(site.edition(), newest, age));
        Duration trusted = Duration.between(site.edition().updatedAt(), site.staleAfter());
        // The document's own time follows the schedule: at two thirds of it at least one run is missing.
        sights.add(older(Trouble.ORIGIN_STALE, age, trusted.multipliedBy(2).dividedBy(3)));
        sights.add(older(Trouble.PUBLIC_STALE, age, trusted));
        sights.add(certificate(Duration.between(now, site.certificateEnds())));
        if (clean) {
            sights.add(Sight.good(Trouble.LEAK));
        }
        return sights;
    }

    private static Sight order(Seen edition, Seen newest, Duration age) {
        if (age.compareTo(AHEAD.negated()) < 0) {
            return Sight.bad(
                    Trouble.INVALID, "the file is from %s, ahead of this clock".formatted(edition.updatedAt()));
        }
        return edition.isBehind(newest)
                ? Sight.bad(
                        Trouble.INVALID,
                        "the file went back to %s after %s was seen".formatted(edition.updatedAt(), newest.updatedAt()))
                : Sight.good(Trouble.INVALID);
    }

    private static Sight older(Trouble trouble, Duration age, Duration limit) {
        return age.compareTo(limit) > 0
                ? Sight.bad(trouble, "the public file is %d minutes old".formatted(age.toMinutes()))
                : Sight.good(trouble);
    }

    private static Sight certificate(Duration left) {
        return left.compareTo(CERTIFICATE_LEFT) < 0
                ? Sight.bad(
                        Trouble.CERTIFICATE_ENDING,
                        "the certificate of the public address ends in %d days".formatted(left.toDays()))
                : Sight.good(Trouble.CERTIFICATE_ENDING);
    }
}
