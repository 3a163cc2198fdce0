package com.elytracloud.status.publish;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeoutException;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.PublishException;

/** The site as a visitor sees it: without a key, and through whatever lies between. */
final class PublicSite {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int MOST_BYTES = 64 * 1024;
    private static final Set<Integer> HIDDEN = Set.of(401, 403, 404);

    private final BoundedExecutor workers;
    private final Duration limit;

    PublicSite(BoundedExecutor workers) {
        this(workers, LIMIT);
    }

    PublicSite(BoundedExecutor workers, Duration limit) {
        this.workers = workers;
        this.limit = limit;
    }

    /**
     * Looks for a file that was just published.
     *
     * @return what an operator should know; empty if visitors see the file as it is
     * @throws PublishException if visitors are shown nothing
     */
    Optional<String> doubt(URI url, SiteFile file, Deadline deadline) {
        Answer answer;
        try {
            answer = workers.call(() -> get(url), deadline.atMost(limit));
        } catch (TimeoutException e) {
            return Optional.of("%s did not answer within its time".formatted(url));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.of("%s was not asked: interrupted".formatted(url));
        } catch (Exception e) {
            return Optional.of(
                    "%s did not answer: %s".formatted(url, e.getClass().getSimpleName()));
        }
        return judge(url, file, answer);
    }

    private static Optional<String> judge(URI url, SiteFile file, Answer answer) {
        if (HIDDEN.contains(answer.status())) {
            throw new PublishException(("visitors cannot see %s: answer %d; check that the object is readable by"
                            + " everyone (ACL public-read) and that STATUS_PUBLIC_URL names it")
                    .formatted(url, answer.status()));
        }
        if (answer.status() != HttpURLConnection.HTTP_OK) {
            return Optional.of("%s: answer %d".formatted(url, answer.status()));
        }
        // A cache between may serve the file of the run before for as long as it was told to.
        return Arrays.equals(answer.bytes(), file.bytes())
                ? Optional.empty()
                : Optional.of("%s does not show the new file yet".formatted(url));
    }

    // The JDK's old client: it speaks HTTP/1.1 only, and costs a cold start next to nothing.
    private Answer get(URI url) throws IOException {
        HttpURLConnection connection = (HttpURLConnection) url.toURL().openConnection();
        connection.setInstanceFollowRedirects(false);
        connection.setConnectTimeout(Math.toIntExact(limit.toMillis()));
        connection.setReadTimeout(Math.toIntExact(limit.toMillis()));
        try {
            int status = connection.getResponseCode();
            if (status != HttpURLConnection.HTTP_OK) {
                return new Answer(status, new byte[0]);
            }
            try (InputStream body = connection.getInputStream()) {
                return new Answer(status, body.readNBytes(MOST_BYTES + 1));
            }
        } finally {
            connection.disconnect();
        }
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    private record Answer(int status, byte[] bytes) {}
}
