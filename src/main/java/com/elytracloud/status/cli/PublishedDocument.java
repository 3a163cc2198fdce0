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
    private PublishedDocument() {}

    /**
     * The document's bytes.
     *
     * @throws IOException with a sentence for the operator if there are none, or too many
     */
    static byte[] read(String where, AnonymousHttp visitor, Deadline deadline) throws IOException {
        byte[] bytes = where.matches("(?i)https?://.*") ? fetch(where, visitor, deadline) : open(where);
        if (bytes.length > Visit.MOST_BYTES) {
            throw new IOException("it is larger than %d bytes, the limit of a status.json".formatted(Visit.MOST_BYTES));
        }
        return bytes;
    }

    private static byte[] fetch(String url, AnonymousHttp visitor, Deadline deadline) throws IOException {
        Reading<Visit> answer;
        try {
            answer = visitor.visit(URI.create(url), Map.of("Accept", "application/json"), deadline);
        } catch (IllegalArgumentException e) {
            throw new IOException("this is not a valid URL", e);
        }
        if (!(answer instanceof Reading.Found<Visit> found)) {
            throw new IOException(answer.fold(any -> "", () -> "no answer", failure -> failure.detail()));
        }
        if (found.value().status() != 200) {
            throw new IOException("the server answered %d instead of 200"
                    .formatted(found.value().status()));
        }
        return found.value().bytes();
    }

    private static byte[] open(String file) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
            return in.readNBytes(Visit.MOST_BYTES + 1);
        } catch (NoSuchFileException e) {
            throw new IOException("there is no such file", e);
        } catch (FileSystemException e) {
            throw new IOException("the file cannot be opened", e);
        } catch (InvalidPathException e) {
            throw new IOException("this is neither a URL nor a path", e);
        }
    }
}
