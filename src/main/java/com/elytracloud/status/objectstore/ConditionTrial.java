package com.elytracloud.status.objectstore;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;

import com.elytracloud.status.run.Deadline;

/** Tries on an object that is nobody's whether a storage heeds {@code If-Match}. */
public final class ConditionTrial {
    /** The condition does not hold; a storage that knows none; one that misses the object before it sees the condition. */
    private static final Set<Integer> REFUSED = Set.of(412, 409, 501, 404);

    private final Bucket bucket;
    private final String key;

    /** A trial on an object that is there and will be changed. */
    public ConditionTrial(Bucket bucket, String key) {
        this.bucket = bucket;
        this.key = key;
    }

    /**
     * Writes once over what is there, and once over what is there no more.
     *
     * @param form how the condition is said; {@link ConditionalWrites#OFF} says none and has nothing to try
     * @throws ObjectStoreException if the storage refuses something else than a condition
     */
    public Outcome of(ConditionalWrites form, Deadline deadline) throws ObjectStoreException {
        String known = form.condition(bucket.look(key, deadline).etag());
        if (!isTaken(known, deadline)) {
            return Outcome.REFUSED;
        }
        return isTaken(known, deadline) ? Outcome.IGNORED : Outcome.HEEDED;
    }

    private boolean isTaken(String condition, Deadline deadline) throws ObjectStoreException {
        try {
            put(condition, deadline);
            return true;
        } catch (ObjectStoreException e) {
            if (REFUSED.contains(e.status())) {
                return false;
            }
            throw e;
        }
    }

    // Other bytes each time, and so another ETag.
    private void put(String condition, Deadline deadline) throws ObjectStoreException {
        byte[] bytes = UUID.randomUUID().toString().getBytes(StandardCharsets.UTF_8);
        bucket.putPrivate(key, bytes, request -> request.ifMatch(condition), deadline);
    }

    /** What a storage makes of conditions. */
    public enum Outcome {
        /** It writes over what we know, and over nothing else. */
        HEEDED,
        /** It writes over nothing, whatever the condition. */
        REFUSED,
        /** It writes over anything. */
        IGNORED
    }
}
