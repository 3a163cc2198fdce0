package com.elytracloud.status.publish;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;

/** Checks a published file: as it is stored, and with an anonymous request as a visitor would get it. */
record PublicSite(AnonymousHttp visitor, Duration limit) {
    static final Duration LIMIT = Duration.ofSeconds(2);

    private static final Set<Integer> HIDDEN = Set.of(401, 403, 404);

    /**
     * Requests a file that was just published, as visitors do.
     *
     * @return a warning for the operator; empty if visitors receive the published file
     * @throws PublishException if visitors receive nothing
     */
    Optional<String> doubt(URI url, SiteFile file, Deadline deadline) {
        String seen = visitor.visit(url, Map.of(), deadline.within(limit))
                .fold(
                        visit -> {
                            if (HIDDEN.contains(visit.status())) {
                                throw new PublishException(("visitors cannot see %s: answer %d; check that the object"
                                                + " is readable by everyone (ACL public-read) and that"
                                                + " STATUS_PUBLIC_URL names it")
                                        .formatted(url, visit.status()));
                            }
                            if (visit.status() != 200) {
                                return ": answer " + visit.status();
                            }
                            // A cache in between may serve the file of the run before as long as its header allows.
                            return Arrays.equals(visit.bytes(), file.bytes()) ? "" : " does not show the new file yet";
                        },
                        () -> "",
                        failure -> failure.reason() == Reason.TIMED_OUT
                                ? " did not answer within its time"
                                : " did not answer: " + failure.detail());
        return seen.isEmpty() ? Optional.empty() : Optional.of(url + seen);
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
