package com.elytracloud.status.domain;

import java.time.Duration;

/**
 * What is promised about the backups.
 *
 * @param maxAge the oldest a nightly backup may be without a warning, inclusive
 * @param failedAge the oldest a nightly backup may be without a failure, inclusive
 * @param minBytes an object smaller than this is no backup
 * @param forgetAfter how long a series that the listing no longer shows is evaluated
 */
public record BackupPolicy(Duration maxAge, Duration failedAge, long minBytes, Duration forgetAfter) {
    public BackupPolicy {
        if (maxAge.isNegative() || maxAge.isZero() || failedAge.compareTo(maxAge) < 0 || forgetAfter.isNegative()) {
            throw new IllegalArgumentException(
                    "backup ages must be positive and the failed age not below the maximum age");
        }
        if (minBytes < 0) {
            throw new IllegalArgumentException("the smallest backup is %d bytes, not 0 or more".formatted(minBytes));
        }
    }
}
