package com.elytracloud.status.publish;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;

/** Checks a published file: as it is stored, and with an anonymous request as a visitor would get it. */
record PublicSite(AnonymousHttp visitor, Duration limit) {
    static final Duration LIMIT = Duration.ofSeconds(2);

    /**
     * Requests a file that was just published, as visitors do.
     *
     * @return a warning for the operator; empty if visitors receive the published file
     * @throws PublishException if visitors receive nothing
     */
    Optional<String> doubt(URI url, SiteFile file, Deadline deadline) {
        return visitor.visit(url, Map.of(), deadline.within(limit))
                .fold(
                        visit -> check(url, file, visit),
                        Optional::empty,
                        failure -> Optional.of("%s did not answer: %s".formatted(url, failure)));
    }

    private static Optional<String> check(URI url, SiteFile file, Visit visit) {
        return switch (visit.status()) {
            case 200 ->
                // A cache in between may serve the file of the run before for as long as its header allows.
                Arrays.equals(visit.bytes(), file.bytes())
                        ? Optional.empty()
                        : Optional.of(url + " does not show the new file yet");
            case 401, 403, 404 ->
                throw new PublishException(("visitors cannot see %s: answer %d; check that the object is readable by"
                                + " everyone (ACL public-read) and that STATUS_PUBLIC_URL names it")
                        .formatted(url, visit.status()));
            default -> Optional.of("%s: answer %d".formatted(url, visit.status()));
        };
    }

    /** What is not stored as it was sent; empty if nothing. */
    static List<String> differences(Optional<StoredObject> found, SiteFile sent) {
        if (found.isEmpty()) {
            return List.of("everything");
        }
        StoredObject stored = found.get();
        List<String> differences = new ArrayList<>();
        if (!Arrays.equals(stored.bytes(), sent.bytes())) {
            differences.add("content");
        }
        if (!plain(stored.contentType()).equals(plain(sent.contentType()))) {
            differences.add("Content-Type");
        }
        if (!sent.caching().header().equals(stored.cacheControl())) {
            differences.add("Cache-Control");
        }
        return differences;
    }

    // Some storages write "a/b; charset=utf-8" without the blank or in capitals, which means the same.
    private static String plain(String contentType) {
        return String.valueOf(contentType).replaceAll("\\s", "").toLowerCase(Locale.ROOT);
    }
}
