package com.elytracloud.status.cli;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Map;

import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.AnonymousHttp;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.Deadline;

/** A status document in a file or at a public address: read without credentials, redirects, or more bytes than it can have. */
final class PublishedDocument {
    private static final int MAX_BYTES = Visit.MOST_BYTES;

    private PublishedDocument() {}

    /**
     * The document's bytes.
     *
     * @throws IOException with a sentence for the operator if there are none, or too many
     */
    static byte[] read(String where, AnonymousHttp visitor, Deadline deadline) throws IOException {
        try {
            byte[] bytes = where.matches("(?i)https?://.*")
                    ? fetch(URI.create(where), visitor, deadline)
                    : open(Path.of(where));
            if (bytes.length > MAX_BYTES) {
                throw new IOException("it is larger than %d bytes, the limit of a status.json".formatted(MAX_BYTES));
            }
            return bytes;
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (FileSystemException e) {
            throw new IOException("the file cannot be opened", e);
        } catch (InvalidPathException e) {
            throw new IOException("this is neither a URL nor a path", e);
        } catch (IllegalArgumentException e) {
            throw new IOException("this is not a valid URL", e);
        }
    }

    private static byte[] fetch(URI url, AnonymousHttp visitor, Deadline deadline) throws IOException {
        Reading<Visit> answer = visitor.visit(url, Map.of("Accept", "application/json"), deadline);
        if (answer instanceof Reading.Failed<Visit> failed) {
            throw new IOException(failed.failure().detail());
        }
        Visit visit = ((Reading.Found<Visit>) answer).value();
        if (visit.status() != 200) {
            throw new IOException("the server answered %d instead of 200".formatted(visit.status()));
        }
        return visit.bytes();
    }

    private static byte[] open(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_BYTES + 1);
        }
    }
}
