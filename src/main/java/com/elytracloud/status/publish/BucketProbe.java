package com.elytracloud.status.publish;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StorageAdvice;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;

/**
 * Writes a test object into a bucket, runs the checks on it, and always removes it.
 *
 * @param name of the row about writing
 * @param variable the setting that names the bucket
 */
public record BucketProbe(Bucket bucket, String key, Part part, String name, String variable) {
    /** A separate limit: the test object must be removed even if everything else took too long. */
    private static final Duration REMOVING = Duration.ofSeconds(4);

    /**
     * From the first request to the last.
     *
     * @param need what the key must be allowed for it
     */
    public List<DoctorReport> tryOut(Sending sending, String need, Supplier<List<DoctorReport>> look) {
        List<DoctorReport> rows = new ArrayList<>();
        boolean mayBeThere = true;
        try {
            sending.send();
            rows.add(part.green(name, "can be written"));
            rows.addAll(look.get());
        } catch (ObjectStoreException e) {
            mayBeThere = e.mayBeDone();
            rows.add(part.red(name, e.failure(), StorageAdvice.on(e.failure(), variable, need)));
        } finally {
            if (mayBeThere) {
                remove(rows);
            }
        }
        return rows;
    }

    private void remove(List<DoctorReport> rows) {
        try {
            bucket.delete(key, Deadline.in(REMOVING));
        } catch (ObjectStoreException e) {
            rows.add(part.red(
                    "test object of the " + name,
                    "may still be there as %s: %s".formatted(bucket.place(key), e.failure()),
                    "Remove it by hand, and allow the key to delete in %s (s3:DeleteObject).".formatted(variable)));
        }
    }

    /** How the probe is written. */
    @FunctionalInterface
    public interface Sending {
        /**
         * Writes it.
         *
         * @throws ObjectStoreException if it was not written, as far as we know
         */
        void send() throws ObjectStoreException;
    }
}
