package com.elytracloud.status.watch;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.Reading.Found;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;

/** Opens the address that people open: the folder of {@code status.json}. */
final class PublicPage {
    private static final String NAME = "the public address opens a page";
    /** At the beginning of every page that we publish. */
    private static final String MARKER = "data-state=\"";

    private PublicPage() {}

    static DoctorReport check(DoctorReport report, AnonymousHttp visitor, URI statusJson) {
        URI root = statusJson.resolve(".");
        String wrong = open(visitor, root, report.deadline())
                // A browser follows a redirect too.
                .then(visit -> target(root, visit)
                        .map(target -> open(visitor, target, report.deadline()))
                        .orElse(new Found<>(visit)))
                .fold(
                        visit -> isOurs(visit) ? "" : "answers %d without our page".formatted(visit.status()),
                        () -> "does not answer",
                        Object::toString);
        return wrong.isEmpty()
                ? report.ok(NAME, root.toString())
                : report.warn(NAME, "%s %s".formatted(root, wrong), "visitors.page", root.resolve("index.html"));
    }

    private static Reading<Visit> open(AnonymousHttp visitor, URI address, Deadline deadline) {
        return visitor.visit(address, Map.of("Accept", "text/html"), deadline);
    }

    private static Optional<URI> target(URI root, Visit visit) {
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
}
