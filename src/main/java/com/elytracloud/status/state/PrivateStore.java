package com.elytracloud.status.state;

import java.time.Instant;
import java.util.Optional;

import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.StateStore.Written;

/** A few objects, by name, that no one but us may read. */
interface PrivateStore {
    /** The size limit, larger than any of our objects; of a larger one this many bytes and one more are read. */
    int MAX_BYTES = 16 * 1024 * 1024;

    /** Reads an object; empty if there is none. */
    Optional<Found> read(String name, Deadline deadline) throws ObjectStoreException;

    /**
     * Writes in place of the version that was read, and of no other.
     *
     * @param revision the number of the run that writes
     * @param version as {@link Found} has it; empty if there was no object
     */
    Written replace(String name, byte[] bytes, long revision, String version, Deadline deadline);

    /** Writes unconditionally. */
    void write(String name, byte[] bytes, Deadline deadline) throws ObjectStoreException;

    /** Where an object is stored, for the operator. */
    String location(String name);

    /**
     * An object as it was read.
     *
     * @param version changes with every write
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Found(byte[] bytes, String version, Instant writtenAt) {}
}
