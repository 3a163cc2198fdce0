package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** A file that readers see either as it was or as it will be, never in between. */
public final class AtomicFile {
    private AtomicFile() {}

    /** Writes the bytes in one step; its folder must exist. */
    public static void replace(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        // Next to the file, because an atomic move works only within one file system.
        Path draft = file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
        try {
            writeThrough(draft, bytes, attributes);
            move(draft, file);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /** Whether the file is there with exactly these bytes. */
    static boolean holds(Path file, byte[] bytes) throws IOException {
        return Files.isRegularFile(file)
                && Files.size(file) == bytes.length
                && Arrays.equals(Files.readAllBytes(file), bytes);
    }

    /** "AccessDenied", "NoSuchFile": the type of the exception, because the message is often only a path. */
    public static String reason(IOException e) {
        String kind = e.getClass().getSimpleName().replace("Exception", "");
        return e instanceof FileSystemException f && f.getReason() != null ? kind + ", " + f.getReason() : kind;
    }

    // Opened as any new file is, not as a temporary one: those are hidden from the web server's user.
    private static void writeThrough(Path draft, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        try (FileChannel channel =
                FileChannel.open(draft, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), attributes)) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private static void move(Path draft, Path file) throws IOException {
        try {
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException e) {
            // Some network file systems do not support this: a reader may briefly find no file, but never a partial
            // one.
            Files.move(draft, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
