package com.elytracloud.status.objectstore;

import java.time.Instant;

/**
 * An object as it is stored in a bucket.
 *
 * @param bytes at most one byte more than expected
 */
@SuppressWarnings("ArrayRecordComponent") // compared by no one
public record StoredObject(
        byte[] bytes, String contentType, String cacheControl, Instant lastModified, ObjectVersion version) {}
