package com.elytracloud.status.domain;

import java.util.Objects;

/**
 * The judgement of the platform or of a component.
 *
 * @param reason which row of the table decided, for the operator; never published
 */
public record PlatformVerdict(PlatformStatus status, String reason) {
    public PlatformVerdict {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }

    /** No answer from the source, and therefore no judgement. */
    public static PlatformVerdict unobserved(Failure failure) {
        return new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_" + failure.reason());
    }

    /** The source has no monitor at all, and therefore nothing to judge. */
    public static PlatformVerdict ofAnEmptySource() {
        return new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_EMPTY");
    }
}
