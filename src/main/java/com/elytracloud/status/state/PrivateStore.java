package com.elytracloud.status.state;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ConditionalWriter;
import com.elytracloud.status.objectstore.ConditionalWriter.Content;
import com.elytracloud.status.objectstore.ConditionalWriter.Outcome;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.objectstore.StoredObject.Version;
import com.elytracloud.status.publish.AtomicFile;
import com.elytracloud.status.run.Deadline;

/** A few objects, by name, that no one but us may read. */
sealed interface PrivateStore {
    /** The size limit, larger than any of our objects; of a larger one this many bytes and one more are read. */
    int MAX_BYTES = 16 * 1024 * 1024;

    /** Reads an object; empty if there is none. */
    Optional<StoredObject> read(String name, Deadline deadline) throws ObjectStoreException;

    /**
     * Writes in place of the version that was read, and of no other.
     *
     * @param revision the number of the run that writes
     * @param etag of that version; empty if there was no object
     */
    Outcome replace(String name, byte[] bytes, long revision, String etag, Deadline deadline)
            throws ObjectStoreException;

    /** Writes unconditionally. */
    void write(String name, byte[] bytes, Deadline deadline) throws ObjectStoreException;

    /** Where an object is stored, for the operator. */
    String location(String name);

    /** The record that an object holds. */
    default <T> T parse(String name, StoredObject found, Class<T> type) throws ObjectStoreException {
        try {
            return PrivateJson.read(found.bytes(), type);
        } catch (IOException e) {
            throw new ObjectStoreException(new Failure(Reason.UNREADABLE, location(name) + " " + e.getMessage()), e);
        }
    }

    /**
     * Private objects of a bucket.
     *
     * @param folder ends with a slash, or is empty
     */
    record InBucket(Bucket bucket, String folder, ConditionalWriter writer) implements PrivateStore {
        @Override
        public Optional<StoredObject> read(String name, Deadline deadline) throws ObjectStoreException {
            try {
                return bucket.read(folder + name, MAX_BYTES, deadline);
            } catch (ObjectStoreException e) {
                if (e.failure().reason() != Reason.FORBIDDEN) {
                    throw e;
                }
                String hint = " (AWS also returns this for a missing object unless s3:ListBucket is granted)";
                throw new ObjectStoreException(
                        new Failure(Reason.FORBIDDEN, e.failure().detail() + hint), e);
            }
        }

        @Override
        public Outcome replace(String name, byte[] bytes, long revision, String etag, Deadline deadline)
                throws ObjectStoreException {
            Content content = new Content(bytes, revision, InBucket::headers);
            return writer.write(folder + name, content, new Version(etag, 0, ""), deadline);
        }

        @Override
        public void write(String name, byte[] bytes, Deadline deadline) throws ObjectStoreException {
            bucket.put(folder + name, bytes, InBucket::headers, deadline);
        }

        @Override
        public String location(String name) {
            return bucket.place(folder + name);
        }

        private static void headers(PutObjectRequest.Builder request) {
            request.contentType("application/gzip");
        }
    }

    /** Files of a folder that only their owner may read. */
    record InFolder(Path folder) implements PrivateStore {
        @Override
        public Optional<StoredObject> read(String name, Deadline deadline) throws ObjectStoreException {
            Path file = folder.resolve(name);
            try (var content = Files.newInputStream(file)) {
                byte[] bytes = content.readNBytes(MAX_BYTES + 1);
                Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
                Version version = new Version(UUID.nameUUIDFromBytes(bytes).toString(), 0, "");
                return Optional.of(new StoredObject(bytes, "", "", writtenAt, version));
            } catch (NoSuchFileException e) {
                return Optional.empty();
            } catch (IOException e) {
                throw failed(name, "read", e);
            }
        }

        @Override
        @SuppressWarnings("try") // the lock is held, not used
        public Outcome replace(String name, byte[] bytes, long revision, String etag, Deadline deadline)
                throws ObjectStoreException {
            try {
                make();
                try (FileChannel held = AtomicFile.lock(folder.resolve(name + ".lock"), deadline)) {
                    if (!StoredObject.etag(read(name, deadline)).equals(etag)) {
                        return Outcome.SUPERSEDED;
                    }
                    write(name, bytes, deadline);
                    return Outcome.WRITTEN;
                }
            } catch (IOException e) {
                throw failed(name, "written", e);
            }
        }

        @Override
        public void write(String name, byte[] bytes, Deadline deadline) throws ObjectStoreException {
            try {
                make();
                AtomicFile.replace(folder.resolve(name), bytes, permissions("rw-------"));
            } catch (IOException e) {
                throw failed(name, "written", e);
            }
        }

        @Override
        public String location(String name) {
            return folder.resolve(name).toString();
        }

        private void make() throws IOException {
            Files.createDirectories(folder, permissions("rwx------"));
        }

        // Some file systems have no such permissions; there the protection of the account must do.
        private FileAttribute<?>[] permissions(String text) {
            var attribute = PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text));
            boolean isPosix =
                    folder.getFileSystem().supportedFileAttributeViews().contains("posix");
            return isPosix ? new FileAttribute<?>[] {attribute} : new FileAttribute<?>[0];
        }

        private ObjectStoreException failed(String name, String done, IOException e) {
            Reason reason = e instanceof AccessDeniedException ? Reason.FORBIDDEN : Reason.UNREADABLE;
            String detail = "%s could not be %s: %s".formatted(location(name), done, AtomicFile.reason(e));
            return e instanceof ObjectStoreException known
                    ? known
                    : new ObjectStoreException(new Failure(reason, detail), e);
        }
    }
}
