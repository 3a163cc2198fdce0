package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

import com.elytracloud.status.run.Deadline;

/** Files that readers see either as they were or as they will be, and that one run at a time writes. */
public final class AtomicFile {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final long PAUSE_NANOS = 5_000_000;

    private AtomicFile() {}

    /** Writes the bytes in one step; the folder must exist. */
    public static void replace(Path file, byte[] bytes, FileAttribute<?>... attributes) throws IOException {
        // Next to the file, because an atomic move works only within one file system. Opened as any new file is, not as
        // a temporary one: those are hidden from the web server's user.
        Path draft = file.resolveSibling(".%s.%s.tmp".formatted(file.getFileName(), UUID.randomUUID()));
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            try (FileChannel channel = FileChannel.open(draft, options, attributes)) {
                Channels.newOutputStream(channel).write(bytes);
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    /**
     * A lock that one process, and one thread of it, holds until it is closed.
     *
     * @throws IOException if another held it for some seconds
     */
    public static FileChannel lock(Path file, Deadline deadline) throws IOException {
        Deadline wait = deadline.within(LONGEST_WAIT);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            while (!isLocked(channel)) {
                if (wait.hasPassed()) {
                    throw new FileSystemException(file.toString(), null, "another run held it for too long");
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return channel;
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    /** "AccessDenied", "NoSuchFile": the reason or else the type, because the message is often only a path. */
    public static String reason(IOException e) {
        return e instanceof FileSystemException f && f.getReason() != null
                ? f.getReason()
                : e.getClass().getSimpleName().replace("Exception", "");
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            return channel.tryLock() != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
            return false;
        }
    }
}
