package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.Optional;

/** A folder whose files no one but its owner may read. */
final class PrivateFolder {
    private final Path path;

    PrivateFolder(Path path) {
        this.path = path;
    }

    Path file(String name) {
        return path.resolve(name);
    }

    /** The first bytes of a file, one more than expected if there are more; empty if there is no file. */
    Optional<byte[]> read(String name, int expected) throws IOException {
        try (var file = Files.newInputStream(file(name))) {
            return Optional.of(file.readNBytes(expected + 1));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    /** Puts a file in place in one step; makes the folder if there is none. */
    void write(String name, byte[] bytes, Instant time) throws IOException {
        make();
        AtomicFile.replace(file(name), bytes, FileTime.from(time), rights("rw-------"));
    }

    void make() throws IOException {
        Files.createDirectories(path, rights("rwx------"));
    }

    // Some file systems have no such rights; there the account's own protection must do.
    private FileAttribute<?>[] rights(String text) {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix")
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(text))}
                : new FileAttribute<?>[0];
    }
}
