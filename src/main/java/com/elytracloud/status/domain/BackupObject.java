package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One object under the backup prefix, as the listing shows it.
 *
 * @param lastModified by the storage's clock; whole seconds on AWS, milliseconds on Ceph. A copy of an old backup
 *     carries the time of the copy
 * @param bytes its size
 * @param etag the storage's ETag of its content, as listed; empty if the listing has none
 */
public record BackupObject(String key, Instant lastModified, long bytes, String etag) {
    public BackupObject {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(lastModified, "lastModified");
        Objects.requireNonNull(etag, "etag");
    }

    /** An object whose listing has no ETag. */
    public BackupObject(String key, Instant lastModified, long bytes) {
        this(key, lastModified, bytes, "");
    }
}
