package com.elytracloud.status.publish;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;

import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/**
 * Sends the files beside {@code status.json}, a few at a time. A page or a badge that is late is a blemish; a late
 * {@code status.json} is what this program exists to avoid, so that none of these fails a run.
 */
final class Companions {
    private static final int AT_A_TIME = 4;

    private final Put put;
    private final BoundedExecutor workers;
    private final SentFiles sent = new SentFiles();

    /** Puts one file where visitors find it. */
    interface Put {
        void put(SiteFile file, long seq, Deadline deadline) throws ObjectStoreException;
    }

    Companions(Put put, BoundedExecutor workers) {
        this.put = put;
        this.workers = workers;
    }

    /** What arrived, by path in the order of the files, and a remark for each that did not. */
    record Outcome(List<String> paths, List<String> remarks) {}

    /** Sends what this process has not sent yet as it is now. */
    Outcome send(List<SiteFile> files, long seq, Deadline deadline) {
        List<SiteFile> fresh =
                files.stream().filter(file -> !sent.contains(file)).toList();
        Outcome outcome = new Outcome(new ArrayList<>(), new ArrayList<>());
        // First what others name by its hash: no visitor may find a page whose script is not there yet.
        together(fresh, true, seq, deadline, outcome);
        together(fresh, false, seq, deadline, outcome);
        return outcome;
    }

    private void together(List<SiteFile> files, boolean immutable, long seq, Deadline deadline, Outcome outcome) {
        Semaphore free = new Semaphore(AT_A_TIME, true);
        Map<SiteFile, Future<Boolean>> started = new LinkedHashMap<>();
        files.stream()
                .filter(file -> (file.caching() == Caching.IMMUTABLE) == immutable)
                .forEach(file -> started.put(file, workers.start(() -> sendOne(file, seq, deadline, free))));
        started.forEach((file, sending) -> note(file, sending, deadline, outcome));
    }

    private boolean sendOne(SiteFile file, long seq, Deadline deadline, Semaphore free)
            throws ObjectStoreException, InterruptedException {
        free.acquire();
        try {
            put.put(file, seq, deadline);
            sent.add(file);
            return true;
        } finally {
            free.release();
        }
    }

    private static void note(SiteFile file, Future<Boolean> sending, Deadline deadline, Outcome outcome) {
        try {
            BoundedExecutor.await(sending, deadline.remaining());
            outcome.paths.add(file.path());
        } catch (TimeoutException e) {
            outcome.remarks.add("%s was not sent: %s: no time was left".formatted(file.path(), Reason.TIMED_OUT));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            outcome.remarks.add("%s was not sent: interrupted".formatted(file.path()));
        } catch (Exception e) {
            outcome.remarks.add("%s was not sent: %s".formatted(file.path(), reason(e)));
        }
    }

    private static String reason(Throwable cause) {
        return cause instanceof ObjectStoreException known
                ? known.failure().toString()
                : cause.getClass().getSimpleName();
    }
}
