package com.elytracloud.status.watch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/** Opens the address that people open: the folder of {@code status.json}. */
final class PublicPage {
    private static final String NAME = "the public address opens a page";
    /** At the beginning of every page that we publish. */
    private static final String MARKER = "data-state=\"";

    private PublicPage() {}

    static DoctorReport seen(AnonymousHttp visitor, URI statusJson, Deadline deadline) {
        URI root = statusJson.resolve(".");
        return open(visitor, root, deadline)
                .then(visit -> moved(root, visit)
                        .map(target -> open(visitor, target, deadline))
                        .orElseGet(() -> new Reading.Found<>(visit)))
                .fold(
                        visit -> isOurs(visit)
                                ? Part.VISITORS.green(NAME, root.toString())
                                : amber(root, "answers %d without our page".formatted(visit.status())),
                        () -> Part.VISITORS.grey(NAME, "not known"),
                        failure -> amber(root, failure.toString()));
    }

    private static Reading<Visit> open(AnonymousHttp visitor, URI address, Deadline deadline) {
        return visitor.visit(address, Map.of("Accept", "text/html"), deadline);
    }

    // A browser follows a redirect too.
    private static Optional<URI> moved(URI root, Visit visit) {
        boolean isRedirect = visit.status() >= 300 && visit.status() < 400;
        try {
            return visit.header("Location").filter(target -> isRedirect).map(root::resolve);
        } catch (IllegalArgumentException e) {
            return Optional.empty(); // no address that a browser could follow
        }
    }

    private static boolean isOurs(Visit visit) {
        return visit.status() == 200
                && visit.header("Content-Type").orElse("").startsWith("text/html")
                && new String(visit.bytes(), StandardCharsets.UTF_8).contains(MARKER);
    }

    private static DoctorReport amber(URI root, String seen) {
        return Part.VISITORS.amber(
                NAME,
                "%s %s".formatted(root, seen),
                "Serve index.html at this address: a default root object (CloudFront), an index document (web server), or"
                        + " the Worker of infra/edge-cloudflare (Spaces). Until then people must open "
                        + root.resolve("index.html"));
    }
}
