package com.elytracloud.status.publish;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
 *
 * @param sent by path. It ends with the process, so that a file lost from the bucket comes back with the next cold start
 */
record SiteAssetUploader(Put put, BoundedExecutor executor, Map<String, byte[]> sent) {
    private static final int AT_A_TIME = 4;

    /** Puts one file where visitors find it. */
    interface Put {
        void put(SiteFile file, Deadline deadline) throws ObjectStoreException;
    }

    /**
     * Sends what this process has not sent yet as it is now.
     *
     * @param paths gets the uploaded files, in the order of the files
     * @param warnings gets one for each that failed
     */
    void send(List<SiteFile> files, Deadline deadline, List<String> paths, List<String> warnings) {
        // Files that others reference by hash come first: no visitor may get a page whose script is not there yet.
        for (Caching caching : List.of(Caching.IMMUTABLE, Caching.BRIEF)) {
            Semaphore free = new Semaphore(AT_A_TIME, true);
            Map<String, Future<String>> started = new LinkedHashMap<>();
            files.stream()
                    .filter(file -> file.caching() == caching && !Arrays.equals(file.bytes(), sent.get(file.path())))
                    .forEach(file -> started.put(file.path(), executor.start(() -> sendOne(file, deadline, free))));
            started.forEach((path, sending) -> {
                String why = BoundedExecutor.await("sending " + path, sending, deadline.remaining(), Failure::toString);
                if (why.isEmpty()) {
                    paths.add(path);
                } else {
                    warnings.add("%s was not sent: %s".formatted(path, why));
                }
            });
        }
    }

    // Empty if it arrived.
    private String sendOne(SiteFile file, Deadline deadline, Semaphore free) throws InterruptedException {
        free.acquire();
        try {
            put.put(file, deadline);
            sent.put(file.path(), file.bytes());
            return "";
        } catch (ObjectStoreException e) {
            return e.failure().toString();
        } finally {
            free.release();
        }
    }
}
