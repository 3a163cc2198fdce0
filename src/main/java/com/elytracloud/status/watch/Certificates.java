package com.elytracloud.status.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.http.FailureReasons;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/** The doctor's row about the certificate of the public address. */
final class Certificates {
    private static final String NAME = "certificate";
    /** As the watchdog alerts. */
    private static final Duration ENDS_SOON = Duration.ofDays(14);

    private static final Set<String> HERE = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final String RENEW =
            "Check why it was not renewed automatically, at the CDN or load balancer that holds it, and renew it.";

    private Certificates() {}

    static DoctorReport seen(URI address, Visit visit, Instant now) {
        if (!"https".equalsIgnoreCase(address.getScheme())) {
            return HERE.contains(address.getHost())
                    ? Part.VISITORS.grey(NAME, "none: the address is http, on this machine")
                    : Part.VISITORS.amber(
                            NAME,
                            "none: the address is http",
                            "Serve it by https: a card on an https site cannot load it otherwise.");
        }
        Duration left = Duration.between(now, visit.certificateEnds());
        String seen = "%d days left".formatted(left.toDays());
        return left.compareTo(ENDS_SOON) < 0 ? Part.VISITORS.red(NAME, seen, RENEW) : Part.VISITORS.green(NAME, seen);
    }

    static DoctorReport refused(Failure failure) {
        if (FailureReasons.isExpired(failure)) {
            return Part.VISITORS.red(NAME, failure, RENEW);
        }
        return FailureReasons.isUntrusted(failure)
                ? Part.VISITORS.red(
                        NAME, failure, "Give the host a certificate for its name, of an authority that browsers know.")
                : Part.VISITORS.grey(NAME, "not seen");
    }
}
