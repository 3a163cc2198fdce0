package com.elytracloud.status.domain;

import java.time.Duration;

/**
 * What was promised of the backups of each tenant.
 *
 * @param maxAge the oldest a healthy newest backup may be, inclusive
 * @param failedAge beyond this age, exclusive, there is no usable backup
 * @param minBytes an object smaller than this is no backup
 */
public record BackupPolicy(Duration maxAge, Duration failedAge, long minBytes) {
    /** One backup a night, with two hours of slack; two missed nights are a failure. */
    public static final BackupPolicy NIGHTLY = new BackupPolicy(Duration.ofHours(26), Duration.ofHours(50), 1024);

    /** @throws IllegalArgumentException if an age is not positive, or failure comes before warning */
    public BackupPolicy {
        if (maxAge.isNegative() || maxAge.isZero() || failedAge.compareTo(maxAge) < 0) {
            throw new IllegalArgumentException(
                    "backup ages must be positive and the failed age not below the maximum age");
        }
        if (minBytes < 0) {
            throw new IllegalArgumentException("the smallest backup is %d bytes, not 0 or more".formatted(minBytes));
        }
    }
}
