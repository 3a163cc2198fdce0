package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * One object under the backup prefix, as the listing shows it.
 *
 * @param lastModified by the storage's clock; whole seconds on AWS, milliseconds on Ceph. A copy of an old backup
 *     carries the time of the copy
 * @param bytes its size
 */
public record BackupObject(String key, Instant lastModified, long bytes) {
    public BackupObject {
        Objects.requireNonNull(key, "key");
        Objects.requireNonNull(lastModified, "lastModified");
    }
}
