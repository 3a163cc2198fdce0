package com.elytracloud.status.objectstore;

import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

import software.amazon.awssdk.services.s3.model.PutObjectRequest;

import com.elytracloud.status.objectstore.StoredObject.Version;
import com.elytracloud.status.run.Deadline;

/**
 * Writes objects of a bucket that several runs write and only the newest may. Each version carries the number of its run
 * and an id of its write, so that one request shows who won, even if the response to our own write was lost.
 *
 * <p>A storage that rejects every condition must not stop publishing: once it has rejected three writes in a row to an
 * unchanged object, we check the version first and write unconditionally until the process ends.
 */
public final class ConditionalWriter {
    private static final int MOST_REFUSALS = 3;
    private static final int NOT_FOUND = 404;
    /** Precondition failed; AWS's code for two concurrent writes; a storage that does not support conditions. */
    private static final Set<Integer> REFUSED = Set.of(412, 409, 501);

    private final Bucket bucket;
    private final ConditionalWrites conditions;
    private final SupersededBy supersededBy;
    private volatile boolean refusesConditions;

    public ConditionalWriter(Bucket bucket, ConditionalWrites conditions, SupersededBy supersededBy) {
        this.bucket = bucket;
        this.conditions = conditions;
        this.supersededBy = supersededBy;
    }

    /**
     * Writes in place of a known version, unless another run was faster.
     *
     * @param basis the version that is there, as far as we know
     * @throws ObjectStoreException if it was not written, and not because of another run
     */
    public Outcome write(String key, Content content, Version basis, Deadline deadline) throws ObjectStoreException {
        String write = UUID.randomUUID().toString();
        Version there = basis;
        int refusals = 0;
        while (true) {
            boolean isConditional = conditions != ConditionalWrites.OFF && !refusesConditions;
            Outcome written = refusesConditions ? Outcome.WRITTEN_UNCONDITIONALLY : Outcome.WRITTEN;
            if (!isConditional && isOvertaken(content, there, bucket.version(key, deadline))) {
                return Outcome.SUPERSEDED;
            }
            try {
                put(key, content, write, isConditional ? there : null, deadline);
                return written;
            } catch (ObjectStoreException e) {
                Version now = versionAfter(e, key, there, deadline);
                if (now.write().equals(write)) {
                    return written;
                }
                if (isOvertaken(content, there, now)) {
                    return Outcome.SUPERSEDED;
                }
                if (!isConditional || !isRefused(e, there)) {
                    throw e;
                }
                refusals = now.etag().equals(there.etag()) ? refusals + 1 : 0;
                refusesConditions = refusals == MOST_REFUSALS;
                there = now;
            }
        }
    }

    /** Writes unconditionally, for credentials that may write but not read. */
    public Outcome overwrite(String key, Content content, Deadline deadline) throws ObjectStoreException {
        put(key, content, UUID.randomUUID().toString(), null, deadline);
        return Outcome.WRITTEN;
    }

    private void put(String key, Content content, String write, Version conditionOrNull, Deadline deadline)
            throws ObjectStoreException {
        Consumer<PutObjectRequest.Builder> headers = content.headers.andThen(request -> {
            request.metadata(Map.of("seq", Long.toString(content.seq), "write", write));
            if (Version.NONE.equals(conditionOrNull)) {
                request.ifNoneMatch("*");
            } else if (conditionOrNull != null) {
                request.ifMatch(conditions.condition(conditionOrNull.etag()));
            }
        });
        bucket.put(key, content.bytes, headers, deadline);
    }

    // After any failure the stored version decides; a plain rejection needs no second check.
    private Version versionAfter(ObjectStoreException failure, String key, Version there, Deadline deadline)
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

    // Some storages miss the object before they see that the condition asks for it.
    private static boolean isRefused(ObjectStoreException failure, Version there) {
        return REFUSED.contains(failure.status()) || (failure.status() == NOT_FOUND && !there.equals(Version.NONE));
    }

    private boolean isOvertaken(Content content, Version before, Version now) {
        return supersededBy == SupersededBy.NEWER
                ? now.seq() >= content.seq
                : !now.etag().equals(before.etag());
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
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by no one
    public record Content(byte[] bytes, long seq, Consumer<PutObjectRequest.Builder> headers) {}

    /** How a write ended. */
    public enum Outcome {
        WRITTEN,
        /** Written after a check only, because the storage rejects every condition; reported to the operator. */
        WRITTEN_UNCONDITIONALLY,
        /** Another run was faster. */
        SUPERSEDED;

        /** The warning for the operator about what was written to a place, empty if there is none. */
        public String warning(String place) {
            return this != WRITTEN_UNCONDITIONALLY
                    ? ""
                    : place + ": the storage refuses every conditional write, so it was written after a check only and"
                            + " two runs at the same moment could both win; STATE_CONDITIONAL_WRITES may need another"
                            + " value";
        }
    }
}
