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

/** Holds a lock file against other processes and other threads, and never waits for long. */
final class FileLocks {
    private static final Duration LONGEST_WAIT = Duration.ofSeconds(3);
    private static final long PAUSE_NANOS = 5_000_000;

    private FileLocks() {}

    /** Takes the lock; empty if another held it all the time. Closing gives it back. */
    static Optional<FileChannel> take(Path file, Deadline deadline) throws IOException {
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
            // Another thread of this very process has it.
            return false;
        }
    }
}
