package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists the bucket: a few pages in a row, and where there are more, the prefixes one level below in parallel. */
final class BackupScanner {
    /** Most buckets end here, and pay for no request more than they have pages. */
    private static final int PAGES_IN_A_ROW = 12;
    /** Two million objects in one prefix: beyond it, something answers that never ends. */
    private static final int MOST_PAGES = 2_000;

    private static final int PARALLEL = 16;
    /** Behind every key of a prefix. */
    private static final String BEHIND = "\uDBFF\uDFFF";

    private final BackupConfig config;
    private final BackupBucket bucket;
    private final BoundedExecutor executor;
    private final Instant now;
    private final Deadline deadline;

    BackupScanner(BackupConfig config, BackupBucket bucket, BoundedExecutor executor, Instant now, Deadline deadline) {
        this.config = config;
        this.bucket = bucket;
        this.executor = executor;
        this.now = now;
        this.deadline = deadline;
    }

    /** @throws ObjectStoreException if not even the first page could be read */
    BackupScan scan() throws ObjectStoreException {
        BackupScan scan = new BackupScan(config, now);
        try {
            if (list(scan, config.prefix(), null, PAGES_IN_A_ROW)) {
                listBelow(scan, scan.lastKey());
            }
        } catch (ObjectStoreException e) {
            if (scan.lastKey().isEmpty()) {
                throw e;
            }
            scan.cutOff(e);
        }
        return scan;
    }

    private void listBelow(BackupScan scan, String last) throws ObjectStoreException {
        String begun = config.firstFolder(last);
        Set<String> open = new LinkedHashSet<>(begun.isEmpty() ? List.of() : List.of(begun));
        try {
            bucket.list(
                    request -> request.prefix(config.prefix())
                            .delimiter("/")
                            .startAfter(begun.isEmpty() ? last : begun + BEHIND),
                    deadline,
                    page -> {
                        scan.add(page);
                        page.prefixes().forEach(open::add);
                        return true;
                    });
        } finally {
            // A prefix each: a listing across prefixes costs a Ceph gateway many times as much.
            Semaphore free = new Semaphore(PARALLEL);
            Map<String, Future<BackupScan>> started = new LinkedHashMap<>();
            open.forEach(prefix -> started.put(prefix, start(prefix, last, free)));
            started.forEach((prefix, listing) -> scan.add(
                    prefix,
                    BoundedExecutor.await("backups: listing", listing, deadline.remaining(), failure -> unfinished())));
        }
    }

    // Waits here until one may start: a waiting call would keep a thread of its own.
    private Future<BackupScan> start(String prefix, String last, Semaphore free) {
        try {
            if (free.tryAcquire(deadline.remaining().toNanos(), TimeUnit.NANOSECONDS)) {
                return executor.start(() -> list(prefix, last, free));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return CompletableFuture.completedFuture(unfinished());
    }

    private BackupScan unfinished() {
        return new BackupScan(config, now).cutOff("listing was not finished");
    }

    private BackupScan list(String prefix, String last, Semaphore free) {
        BackupScan part = new BackupScan(config, now);
        try {
            boolean isCut = list(part, prefix, last.startsWith(prefix) ? last : null, MOST_PAGES);
            return isCut ? part.cutOff("more than %d pages".formatted(MOST_PAGES)) : part;
        } catch (ObjectStoreException e) {
            return part.cutOff(e.failure().toString());
        } finally {
            free.release();
        }
    }

    // Whether there is more than so many pages.
    private boolean list(BackupScan scan, String prefix, String after, int most) throws ObjectStoreException {
        int[] pages = {0};
        return bucket.list(request -> request.prefix(prefix).startAfter(after), deadline, page -> {
            scan.add(page);
            return ++pages[0] < most;
        });
    }
}
