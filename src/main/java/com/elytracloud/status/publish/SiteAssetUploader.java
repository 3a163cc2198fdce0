package com.elytracloud.status.publish;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/**
 * Uploads the files next to {@code status.json}, a few at a time. A late page or badge is a minor defect, a late {@code
 * status.json} a serious one, so that no failure of these files fails a run.
 */
final class SiteAssetUploader {
    private static final int AT_A_TIME = 4;

    private final Put put;
    private final BoundedExecutor executor;
    /** By path. It ends with the process, so that a file lost from the bucket comes back with the next cold start. */
    private final Map<String, SiteFile> sent = new ConcurrentHashMap<>();

    /** Puts one file where visitors find it. */
    interface Put {
        void put(SiteFile file, long seq, Deadline deadline) throws ObjectStoreException;
    }

    SiteAssetUploader(Put put, BoundedExecutor executor) {
        this.put = put;
        this.executor = executor;
    }

    /** The uploaded files, by path in the order of the files, and a warning for each one that failed. */
    record Outcome(List<String> paths, List<String> warnings) {}

    /** Sends what this process has not sent yet as it is now. */
    Outcome send(List<SiteFile> files, long seq, Deadline deadline) {
        List<SiteFile> fresh = files.stream().filter(file -> !isSent(file)).toList();
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        // Files that others reference by hash come first: no visitor may get a page whose script is not there yet.
        together(fresh, true, seq, deadline, outcome);
        together(fresh, false, seq, deadline, outcome);
        return outcome;
    }

    private boolean isSent(SiteFile file) {
        SiteFile before = sent.get(file.path());
        return before != null
                && before.contentType().equals(file.contentType())
                && before.caching() == file.caching()
                && Arrays.equals(before.bytes(), file.bytes());
    }

    private void together(List<SiteFile> files, boolean immutable, long seq, Deadline deadline, Outcome outcome) {
        Semaphore free = new Semaphore(AT_A_TIME, true);
        Map<SiteFile, Future<String>> started = new LinkedHashMap<>();
        files.stream()
                .filter(file -> (file.caching() == Caching.IMMUTABLE) == immutable)
                .forEach(file -> started.put(file, executor.start(() -> sendOne(file, seq, deadline, free))));
        started.forEach((file, sending) -> {
            String why =
                    BoundedExecutor.await("sending " + file.path(), sending, deadline.remaining(), Failure::toString);
            if (why.isEmpty()) {
                outcome.paths.add(file.path());
            } else {
                outcome.warnings.add("%s was not sent: %s".formatted(file.path(), why));
            }
        });
    }

    // Empty if it arrived.
    private String sendOne(SiteFile file, long seq, Deadline deadline, Semaphore free) throws InterruptedException {
        free.acquire();
        try {
            put.put(file, seq, deadline);
            sent.put(file.path(), file);
            return "";
        } catch (ObjectStoreException e) {
            return e.failure().toString();
        } finally {
            free.release();
        }
    }
}
