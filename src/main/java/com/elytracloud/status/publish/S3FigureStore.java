package com.elytracloud.status.publish;

import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.SourceFigures;

/** Keeps a source's figures as a private object beside the state. */
final class S3FigureStore implements FigureStore {
    private final Bucket bucket;
    private final String key;

    S3FigureStore(Bucket bucket, String stateKey) {
        this.bucket = bucket;
        this.key = stateKey.substring(0, stateKey.lastIndexOf('/') + 1) + FiguresJson.NAME;
    }

    @Override
    public Kept read(Deadline deadline) {
        try {
            return bucket.read(key, FiguresJson.MOST_BYTES, deadline)
                    .map(found -> FiguresJson.parse(found.bytes(), bucket.place(key)))
                    .orElse(Kept.NOTHING);
        } catch (ObjectStoreException e) {
            return new Kept(SourceFigures.NONE, "the source's figures could not be read: " + e.failure());
        }
    }

    @Override
    public String write(SourceFigures figures, Deadline deadline) {
        try {
            bucket.putPrivate(
                    key, FiguresJson.toBytes(figures), request -> request.contentType("application/json"), deadline);
            return "";
        } catch (ObjectStoreException e) {
            return "the source's figures could not be written: " + e.failure();
        }
    }
}
