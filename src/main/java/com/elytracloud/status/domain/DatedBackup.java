package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Objects;

/**
 * A backup and when it was taken.
 *
 * @param takenAt the time of the listing, or the end of the day named in the key where that is much older: an old
 *     backup copied today is still old
 */
public record DatedBackup(BackupObject object, Instant takenAt) {
    public DatedBackup {
        Objects.requireNonNull(object, "object");
        Objects.requireNonNull(takenAt, "takenAt");
    }
}
