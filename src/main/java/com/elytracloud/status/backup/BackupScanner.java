package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

import software.amazon.awssdk.services.s3.model.EncodingType;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists the bucket: a few pages in a row, and where there are more, the prefixes one level below in parallel. */
record BackupScanner(
        BackupConfig config,
        ObjectStore store,
        String bucket,
        BoundedExecutor executor,
        Instant now,
        Deadline deadline) {
    /** Most buckets end here, and pay for no request more than they have pages. */
    private static final int PAGES_IN_A_ROW = 12;
    /** Two million objects in one prefix: beyond it, something answers that never ends. */
    private static final int MOST_PAGES = 2_000;

    private static final int PARALLEL = 16;
    /** Behind every key of a prefix. */
    private static final String BEHIND = "\uDBFF\uDFFF";

    /** @throws ObjectStoreException if not even the first page could be read */
    BackupScan scan() throws ObjectStoreException {
        BackupScan scan = new BackupScan(config, now);
        try {
            if (list(scan, config.prefix(), null, null, PAGES_IN_A_ROW)) {
                listBelow(scan, scan.lastKey());
            }
        } catch (ObjectStoreException e) {
            if (scan.lastKey().isEmpty()) {
                throw e;
            }
            scan.cutOff(e.failure().toString());
        }
        return scan;
    }

    private void listBelow(BackupScan scan, String last) throws ObjectStoreException {
        String begun = config.firstFolder(last);
        if (!begun.isEmpty()) {
            scan.prefixes().add(begun);
        }
        try {
            list(scan, config.prefix(), "/", begun.isEmpty() ? last : begun + BEHIND, MOST_PAGES);
        } finally {
            // A prefix each: a listing across prefixes costs a Ceph gateway many times as much.
            Semaphore free = new Semaphore(PARALLEL);
            Map<String, Future<BackupScan>> started = new LinkedHashMap<>();
            scan.prefixes().forEach(prefix -> started.put(prefix, start(prefix, last, free)));
            started.forEach((prefix, part) -> scan.add(
                    prefix,
                    BoundedExecutor.await("backups: listing", part, deadline.remaining(), failure -> unfinished())));
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
            boolean isCut = list(part, prefix, null, last.startsWith(prefix) ? last : null, MOST_PAGES);
            return isCut ? part.cutOff("more than %d pages".formatted(MOST_PAGES)) : part;
        } catch (ObjectStoreException e) {
            return part.cutOff(e.failure().toString());
        } finally {
            free.release();
        }
    }

    // Whether there is more than so many pages.
    private boolean list(BackupScan scan, String prefix, String delimiter, String after, int most)
            throws ObjectStoreException {
        return store.call("listing bucket " + bucket, deadline, s3 -> {
            int pages = 0;
            String token = "";
            for (ListObjectsV2Response page : s3.listObjectsV2Paginator(request -> request.bucket(bucket)
                    .prefix(prefix)
                    .delimiter(delimiter)
                    .startAfter(after)
                    .encodingType(EncodingType.URL))) {
                boolean isMore = Boolean.TRUE.equals(page.isTruncated());
                String next = Objects.toString(page.nextContinuationToken(), "");
                // Any well-formed page of a proxy would else pass for an empty bucket, and so for lost backups.
                if (!bucket.equals(page.name()) || (isMore && (next.isEmpty() || next.equals(token)))) {
                    String why = "listing bucket %s: the response is no listing of it".formatted(bucket);
                    throw new ObjectStoreException(new Failure(Reason.UNREADABLE, why), null);
                }
                scan.add(page);
                token = next;
                if (isMore && ++pages == most) {
                    return true;
                }
            }
            return false;
        });
    }
}
