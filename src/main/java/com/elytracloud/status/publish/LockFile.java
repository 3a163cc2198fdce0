package com.elytracloud.status.publish;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;

import com.elytracloud.status.run.Deadline;

/** A file that one process, and one thread of it, holds at a time. */
public final class LockFile {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final long PAUSE_NANOS = 5_000_000;

    private LockFile() {}

    /** Takes the lock, waiting a few seconds at most; empty if another held it all the time. Closing releases it. */
    public static Optional<FileChannel> take(Path file, Deadline deadline) throws IOException {
        Deadline wait = deadline.within(LONGEST_WAIT);
        FileChannel channel =
                FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try {
            while (!isTaken(channel)) {
                if (wait.hasPassed()) {
                    channel.close();
                    return Optional.empty();
                }
                LockSupport.parkNanos(PAUSE_NANOS);
            }
            return Optional.of(channel);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    private static boolean isTaken(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            // Another thread of this process holds it.
            return false;
        }
    }
}
