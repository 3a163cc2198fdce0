package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;

/**
 * Overrides the published status of the platform. It expires, so that an override nobody removes is not published for
 * long; uptime is never overridden.
 *
 * @param endsAt from when on the measured status is published again
 */
public record StatusOverride(PlatformStatus status, String reason, Instant startedAt, Instant endsAt) {
    public static final Duration LONGEST = Duration.ofHours(24);
    public static final Duration LONGEST_OPERATIONAL = Duration.ofHours(2);

    private static final Duration REMINDED_BEFORE = Duration.ofMinutes(30);

    public StatusOverride {
        Announcements.requireMessage(reason);
        Duration longest = status == PlatformStatus.OPERATIONAL ? LONGEST_OPERATIONAL : LONGEST;
        Duration length = Duration.between(startedAt, endsAt);
        if (length.isNegative() || length.isZero() || length.compareTo(longest) > 0) {
            throw new IllegalArgumentException("an override to %s must last at most %d hours, not %s"
                    .formatted(status.name().toLowerCase(Locale.ROOT), longest.toHours(), length));
        }
    }

    public boolean isActiveAt(Instant now) {
        return now.isBefore(endsAt);
    }

    /** Whether it ends so soon that its author should know. */
    public boolean isEndingAt(Instant now) {
        return isActiveAt(now) && !now.isBefore(endsAt.minus(REMINDED_BEFORE));
    }
}
