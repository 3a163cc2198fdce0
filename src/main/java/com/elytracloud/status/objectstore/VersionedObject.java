package com.elytracloud.status.objectstore;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.run.Deadline;

/**
 * An object that several runs write and only the newest may. Each version carries the number of its run and an id of
 * its write, so that one request shows who won, even if the response to our own write was lost.
 *
 * <p>A storage that rejects every condition must not stop publishing: once it has rejected three writes in a row to an
 * unchanged object, we check the version first and write unconditionally until the process ends.
 */
public final class VersionedObject {
    private static final int MOST_REFUSALS = 3;
    private static final int NOT_FOUND = 404;
    /** Precondition failed; AWS's code for two concurrent writes; a storage that does not support conditions. */
    private static final Set<Integer> REFUSED = Set.of(412, 409, 501);

    private final Bucket bucket;
    private final String key;
    private final ConditionalWrites conditions;
    private final SupersededBy supersededBy;
    private volatile boolean refusesConditions;

    /** Creates the object; no request is sent yet. */
    public VersionedObject(Bucket bucket, String key, ConditionalWrites conditions, SupersededBy supersededBy) {
        this.bucket = bucket;
        this.key = key;
        this.conditions = conditions;
        this.supersededBy = supersededBy;
    }

    /**
     * Writes in place of a known version, unless another run was faster.
     *
     * @param basis the version that is there, as far as we know
     * @throws ObjectStoreException if it was not written, and not because of another run
     */
    public Outcome write(Content content, ObjectVersion basis, Deadline deadline) throws ObjectStoreException {
        String write = UUID.randomUUID().toString();
        ObjectVersion there = basis;
        int refusals = 0;
        while (isConditional()) {
            try {
                put(content, write, there, deadline);
                return Outcome.WRITTEN;
            } catch (ObjectStoreException e) {
                ObjectVersion now = versionAfter(e, there, deadline);
                if (now.write().equals(write)) {
                    return Outcome.WRITTEN;
                }
                if (isOvertaken(content, there, now)) {
                    return Outcome.SUPERSEDED;
                }
                if (!isRefused(e, there)) {
                    throw e;
                }
                refusals = now.isSameAs(there) ? refusals + 1 : 0;
                refusesConditions = refusals == MOST_REFUSALS;
                there = now;
            }
        }
        return refusals == 0 ? checkAndWrite(content, write, there, deadline) : force(content, write, deadline);
    }

    /**
     * Writes unconditionally, for credentials that may write but not read.
     *
     * @throws ObjectStoreException if it was not written
     */
    public Outcome overwrite(Content content, Deadline deadline) throws ObjectStoreException {
        return force(content, UUID.randomUUID().toString(), deadline);
    }

    private boolean isConditional() {
        return conditions != ConditionalWrites.OFF && !refusesConditions;
    }

    private Outcome checkAndWrite(Content content, String write, ObjectVersion basis, Deadline deadline)
            throws ObjectStoreException {
        ObjectVersion now = bucket.version(key, deadline);
        return isOvertaken(content, basis, now) ? Outcome.SUPERSEDED : force(content, write, deadline);
    }

    private Outcome force(Content content, String write, Deadline deadline) throws ObjectStoreException {
        try {
            send(content, marked(content, write), deadline);
        } catch (ObjectStoreException e) {
            if (!versionAfter(e, ObjectVersion.NONE, deadline).write().equals(write)) {
                throw e;
            }
        }
        return refusesConditions ? Outcome.WRITTEN_UNCONDITIONALLY : Outcome.WRITTEN;
    }

    private void put(Content content, String write, ObjectVersion there, Deadline deadline)
            throws ObjectStoreException {
        Consumer<PutObjectRequest.Builder> condition = there.exists()
                ? request -> request.ifMatch(conditions.condition(there.etag()))
                : request -> request.ifNoneMatch("*");
        send(content, marked(content, write).andThen(condition), deadline);
    }

    private void send(Content content, Consumer<PutObjectRequest.Builder> headers, Deadline deadline)
            throws ObjectStoreException {
        if (content.isPublic()) {
            bucket.putPublic(key, content.bytes(), headers, deadline);
        } else {
            bucket.putPrivate(key, content.bytes(), headers, deadline);
        }
    }

    // After any failure the stored version decides; a plain rejection needs no second check.
    private ObjectVersion versionAfter(ObjectStoreException failure, ObjectVersion there, Deadline deadline)
            throws ObjectStoreException {
        if (!failure.mayBeDone() && !isRefused(failure, there)) {
            throw failure;
        }
        try {
            return bucket.version(key, deadline);
        } catch (ObjectStoreException e) {
            failure.addSuppressed(e);
            throw failure;
        }
    }

    private boolean isOvertaken(Content content, ObjectVersion before, ObjectVersion now) {
        return switch (supersededBy) {
            case ANY_OTHER -> !now.isSameAs(before);
            case NEWER -> now.seq() >= content.seq();
        };
    }

    // Some storages miss the object before they see that the condition asks for it.
    private static boolean isRefused(ObjectStoreException failure, ObjectVersion there) {
        return REFUSED.contains(failure.status()) || (failure.status() == NOT_FOUND && there.exists());
    }

    private static Consumer<PutObjectRequest.Builder> marked(Content content, String write) {
        return content.headers()
                .andThen(request -> request.metadata(
                        Map.of(ObjectVersion.SEQ, Long.toString(content.seq()), ObjectVersion.WRITE, write)));
    }

    /** Which stored versions supersede a write. */
    public enum SupersededBy {
        /** Any version but the one that was read: no write of another process may be lost. */
        ANY_OTHER,
        /** A version of the same or a later run: an older version is replaced. */
        NEWER
    }

    /**
     * What is to be written.
     *
     * @param seq the number of the run
     * @param isPublic whether everyone may read it
     * @param headers further headers
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    public record Content(byte[] bytes, long seq, boolean isPublic, Consumer<PutObjectRequest.Builder> headers) {
        public Content {
            Objects.requireNonNull(bytes, "bytes");
            Objects.requireNonNull(headers, "headers");
        }
    }

    /** How a write ended. */
    public enum Outcome {
        WRITTEN,
        /**
         * Written after a version check only, because the storage rejects every condition; reported to the operator.
         */
        WRITTEN_UNCONDITIONALLY,
        /** Another run was faster. */
        SUPERSEDED
    }
}
