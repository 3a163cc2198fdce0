package com.elytracloud.status.domain;

import java.util.Objects;
import java.util.Set;

/**
 * The verdict for the platform or for a component.
 *
 * @param reason which row of the table decided, for the operator; never published
 */
public record PlatformVerdict(PlatformStatus status, String reason) {
    /** Every monitor that could be used is in maintenance. */
    public static final String ALL_MAINTENANCE = "ALL_MAINTENANCE";
    /** A critical monitor, or half of all, is in maintenance, and nothing is down. */
    public static final String MAINTENANCE = "MAINTENANCE";

    private static final Set<String> MAINTENANCE_REASONS = Set.of(ALL_MAINTENANCE, MAINTENANCE);

    public PlatformVerdict {
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(reason, "reason");
    }

    /** In the words of a component: planned work that explains everything is maintenance. */
    public ComponentStatus componentStatus() {
        return status == PlatformStatus.DEGRADED && MAINTENANCE_REASONS.contains(reason)
                ? ComponentStatus.MAINTENANCE
                : ComponentStatus.of(status);
    }

    /** The source did not answer, so there is no verdict. */
    public static PlatformVerdict unobserved(Failure failure) {
        return new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_" + failure.reason());
    }

    /** The source has no monitors, so there is nothing to evaluate. */
    public static PlatformVerdict ofAnEmptySource() {
        return new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_EMPTY");
    }
}
