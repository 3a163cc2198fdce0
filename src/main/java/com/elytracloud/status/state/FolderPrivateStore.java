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

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.publish.AtomicFile;
import com.elytracloud.status.publish.LockFile;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.run.StateStore.Written;

/** Files of a folder that only their owner may read. */
final class FolderPrivateStore implements PrivateStore {
    private final Path folder;

    FolderPrivateStore(Path folder) {
        this.folder = folder;
    }

    @Override
    public Optional<Found> read(String name, Deadline deadline) throws ObjectStoreException {
        Path file = folder.resolve(name);
        try (var content = Files.newInputStream(file)) {
            byte[] bytes = content.readNBytes(MAX_BYTES + 1);
            Instant writtenAt = Files.getLastModifiedTime(file).toInstant();
            return Optional.of(new Found(bytes, UUID.nameUUIDFromBytes(bytes).toString(), writtenAt));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw failed(name, "read", e);
        }
    }

    @Override
    @SuppressWarnings("try") // the lock is held, not used
    public Written replace(String name, byte[] bytes, long revision, String version, Deadline deadline) {
        Path lock = folder.resolve(name + ".lock");
        try {
            make();
            try (FileChannel held = LockFile.take(lock, deadline).orElse(null)) {
                if (held == null) {
                    return new Written(Result.NOT_WRITTEN, lock + " was held by another run for too long");
                }
                if (!read(name, deadline).map(Found::version).orElse("").equals(version)) {
                    return new Written(Result.SUPERSEDED, "another run wrote " + location(name));
                }
                write(name, bytes, deadline);
                return new Written(Result.WRITTEN, "");
            }
        } catch (ObjectStoreException e) {
            return new Written(Result.NOT_WRITTEN, e.getMessage());
        } catch (IOException e) {
            return new Written(
                    Result.NOT_WRITTEN, failed(name, "written", e).failure().toString());
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
        return folder.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }

    private ObjectStoreException failed(String name, String done, IOException e) {
        Reason reason = e instanceof AccessDeniedException ? Reason.FORBIDDEN : Reason.UNREADABLE;
        String detail = "%s could not be %s: %s".formatted(location(name), done, AtomicFile.reason(e));
        return new ObjectStoreException(new Failure(reason, detail), e);
    }
}
