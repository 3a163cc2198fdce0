package com.elytracloud.status.publish;

import java.util.Optional;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.Bucket;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.objectstore.StoredObject;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;
import com.elytracloud.status.run.PublishException;

/** Keeps the notice as a private object beside the state. */
final class S3NoticeBoard implements NoticeBoard {
    private final Bucket bucket;
    private final String key;

    /** @param stateKey the key of the state */
    S3NoticeBoard(Bucket bucket, String stateKey) {
        this.bucket = bucket;
        this.key = stateKey.substring(0, stateKey.lastIndexOf('/') + 1) + "notice.json";
    }

    @Override
    public Reading<Notice> read(Deadline deadline) {
        try {
            Optional<StoredObject> found = bucket.read(key, NoticeJson.MOST_BYTES, deadline);
            return found.isEmpty()
                    ? new Reading.Nothing<>()
                    : NoticeJson.parse(found.get().bytes(), bucket.place(key));
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        }
    }

    @Override
    public void post(Notice notice, Deadline deadline) {
        try {
            bucket.putPrivate(
                    key, NoticeJson.toBytes(notice), request -> request.contentType("application/json"), deadline);
        } catch (ObjectStoreException e) {
            throw new PublishException("the notice was not set: " + e.failure(), e);
        }
    }

    @Override
    public void clear(Deadline deadline) {
        try {
            bucket.delete(key, deadline);
        } catch (ObjectStoreException e) {
            throw new PublishException("the notice was not cleared: " + e.failure(), e);
        }
    }
}
