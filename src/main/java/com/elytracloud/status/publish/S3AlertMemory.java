package com.elytracloud.status.publish;

import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.AlertMemory;
import com.elytracloud.status.run.Deadline;

/** Keeps the books of alerts as private objects beside the state. Unconditionally: two at once tell twice, at worst. */
final class S3AlertMemory implements AlertMemory {
    private final Bucket bucket;
    private final String folder;

    S3AlertMemory(Bucket bucket, String stateKey) {
        this.bucket = bucket;
        this.folder = stateKey.substring(0, stateKey.lastIndexOf('/') + 1);
    }

    @Override
    public Kept read(Book which, Deadline deadline) {
        String key = folder + AlertBookJson.name(which);
        try {
            return bucket.read(key, AlertBookJson.MOST_BYTES, deadline)
                    .map(found -> AlertBookJson.parse(found.bytes(), bucket.place(key)))
                    .orElseGet(() -> new Kept(AlertBook.EMPTY, ""));
        } catch (ObjectStoreException e) {
            return new Kept(AlertBook.EMPTY, "the book of alerts could not be read: " + e.failure());
        }
    }

    @Override
    public String write(Book which, AlertBook book, Deadline deadline) {
        String key = folder + AlertBookJson.name(which);
        try {
            bucket.putPrivate(
                    key, AlertBookJson.toBytes(book), request -> request.contentType("application/json"), deadline);
            return "";
        } catch (ObjectStoreException e) {
            return "the book of alerts could not be written: " + e.failure();
        }
    }
}
