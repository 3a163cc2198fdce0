package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeoutException;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Visitor;
import com.elytracloud.status.run.Visitor.Visit;

/** Reads a document that anyone may read: without credentials, without redirects, and never more than it can be. */
final class PublishedDocument {
    private static final Duration PATIENCE = Duration.ofSeconds(10);

    private PublishedDocument() {}

    /** Whether it is to be fetched rather than opened. */
    static boolean isUrl(String where) {
        return where.matches("(?i)https?://.*");
    }

    /**
     * The bytes of a file or at an address.
     *
     * @throws IOException with a sentence for a person if there are none, or too many
     */
    static byte[] read(String where, Visitor visitor, BoundedExecutor executor)
            throws IOException, InterruptedException {
        return read(where, visitor, executor, PATIENCE);
    }

    /** The same with another limit, the body included. */
    static byte[] read(String where, Visitor visitor, BoundedExecutor executor, Duration limit)
            throws IOException, InterruptedException {
        try {
            return limited(
                    isUrl(where)
                            ? fetch(URI.create(where), visitor, limit)
                            : executor.call(() -> open(Path.of(where)), limit));
        } catch (TimeoutException e) {
            throw late(limit);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("that is no address and no path", e);
        } catch (IOException | InterruptedException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(e.getClass().getSimpleName(), e);
        }
    }

    private static byte[] fetch(URI url, Visitor visitor, Duration limit) throws IOException {
        Failure[] failed = new Failure[1];
        Visit visit = visitor.visit(url, Map.of("Accept", "application/json"), Deadline.in(limit))
                .fold(found -> found, () -> null, failure -> {
                    failed[0] = failure;
                    return null;
                });
        if (visit == null) {
            throw switch (failed[0].reason()) {
                case TIMED_OUT -> late(limit);
                case UNREACHABLE -> new IOException("nobody answers there: " + failed[0].detail());
                default -> new IOException(failed[0].detail());
            };
        }
        if (visit.status() != 200) {
            throw new IOException("the answer is " + visit.status());
        }
        return visit.bytes();
    }

    private static byte[] open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(Visit.MOST_BYTES + 1);
        }
    }

    private static byte[] limited(byte[] bytes) throws IOException {
        if (bytes.length > Visit.MOST_BYTES) {
            throw new IOException("it is larger than %d bytes, which no status.json is".formatted(Visit.MOST_BYTES));
        }
        return bytes;
    }

    private static IOException late(Duration limit) {
        return new IOException("no whole answer within " + limit.toSeconds() + " s");
    }
}
