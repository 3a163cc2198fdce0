package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

/**
 * What an operator says to visitors in place of the measured status. Ends by itself: a forgotten notice must not
 * speak for a platform for long.
 *
 * @param status what visitors are told; uptime is never overridden
 * @param title one line
 * @param message what happened and what comes next
 * @param startedAt when it was set
 * @param expiresAt from when on the measurements speak again
 */
public record Notice(PlatformStatus status, String title, String message, Instant startedAt, Instant expiresAt) {
    /** Characters of a title. */
    public static final int MAX_TITLE = 120;
    /** Characters of a message. */
    public static final int MAX_MESSAGE = 1000;
    /** How long a notice may speak. */
    public static final Duration LONGEST = Duration.ofHours(24);
    /** How long a notice may say that all is well, whatever is measured. */
    public static final Duration LONGEST_ALL_WELL = Duration.ofHours(2);
    /** How long it speaks unless the operator says otherwise. */
    public static final Duration USUAL = Duration.ofHours(4);

    private static final Duration REMINDED_BEFORE = Duration.ofMinutes(30);

    /** @throws IllegalArgumentException saying which part is not allowed, and what is */
    public Notice {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(startedAt, "startedAt");
        Objects.requireNonNull(expiresAt, "expiresAt");
        refuseLength("title", title, MAX_TITLE);
        refuseLength("message", message, MAX_MESSAGE);
        Duration longest = status == PlatformStatus.OPERATIONAL ? LONGEST_ALL_WELL : LONGEST;
        Duration length = Duration.between(startedAt, expiresAt);
        if (length.isNegative() || length.isZero() || length.compareTo(longest) > 0) {
            throw new IllegalArgumentException(
                    "a notice of status %s speaks for more than nothing and at most %s, not %s"
                            .formatted(status, longest, length));
        }
    }

    /** Whether it still speaks. */
    public boolean isActiveAt(Instant now) {
        return now.isBefore(expiresAt);
    }

    /** Whether it ends so soon that its author should know. */
    public boolean isEndingAt(Instant now) {
        return isActiveAt(now) && !now.isBefore(expiresAt.minus(REMINDED_BEFORE));
    }

    private static void refuseLength(String part, String text, int longest) {
        if (text == null || text.isBlank() || text.length() > longest) {
            throw new IllegalArgumentException("the %s of a notice has 1 to %d characters".formatted(part, longest));
        }
    }
}
