package com.elytracloud.status.domain;

import java.time.Instant;

/**
 * One object under the backup prefix, as the listing shows it.
 *
 * @param lastModified by the storage's clock; a copy of an old backup carries the time of the copy
 */
public record BackupObject(String key, Instant lastModified, long bytes) {}
