package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeoutException;

import com.elytracloud.status.run.BoundedExecutor;

/** Fetches a document that anyone may read: without credentials, without redirects, and never more than it can be. */
final class PublishedDocument {
    private static final int MOST_BYTES = 64 * 1024;
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    private PublishedDocument() {}

    /** Whether it is to be fetched rather than opened. */
    static boolean isUrl(String where) {
        return where.matches("(?i)https?://.*");
    }

    /**
     * The bytes of a file or behind an address.
     *
     * @throws IOException with a sentence for a person if there are none, or too many
     */
    static byte[] read(String where, BoundedExecutor workers) throws IOException, InterruptedException {
        return read(where, workers, PATIENCE);
    }

    /** The same with another patience, the body included. */
    static byte[] read(String where, BoundedExecutor workers, Duration patience)
            throws IOException, InterruptedException {
        try {
            return workers.call(() -> isUrl(where) ? fetch(URI.create(where)) : open(Path.of(where)), patience);
        } catch (TimeoutException e) {
            throw new IOException("no whole answer within " + patience.toSeconds() + " s", e);
        } catch (InterruptedException | UnusableException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException(reason(e), e);
        }
    }

    // Messages of the platform repeat the path or the address, or are empty; these say what it means.
    private static String reason(Throwable cause) {
        if (cause instanceof NoSuchFileException) {
            return "there is no such file";
        }
        if (cause instanceof ConnectException) {
            return "nobody answers there";
        }
        return cause instanceof IllegalArgumentException
                ? "that is no address and no path"
                : cause.getClass().getSimpleName();
    }

    private static byte[] fetch(URI url) throws IOException, InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECTING)
                .build();
        HttpRequest request = HttpRequest.newBuilder(url)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build();
        HttpResponse<InputStream> response = client.send(request, HttpResponse.BodyHandlers.ofInputStream());
        try (InputStream body = response.body()) {
            if (response.statusCode() != 200) {
                throw new UnusableException("the answer is " + response.statusCode());
            }
            return limited(body);
        }
    }

    private static byte[] open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return limited(in);
        }
    }

    private static byte[] limited(InputStream in) throws IOException {
        byte[] bytes = in.readNBytes(MOST_BYTES + 1);
        if (bytes.length > MOST_BYTES) {
            throw new UnusableException("it is larger than %d bytes, which no status.json is".formatted(MOST_BYTES));
        }
        return bytes;
    }

    private static final class UnusableException extends IOException {
        private static final long serialVersionUID = 1L;

        UnusableException(String message) {
            super(message);
        }
    }
}
