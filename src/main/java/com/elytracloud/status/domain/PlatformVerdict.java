package com.elytracloud.status.domain;

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

    /** All control monitors fail: the source has lost its own network. */
    public static final String SOURCE_LOST_NETWORK = "SOURCE_LOST_NETWORK";

    private static final Set<String> MAINTENANCE_REASONS = Set.of(ALL_MAINTENANCE, MAINTENANCE);

    /** What the operator must know in addition to the status; empty if the reason says enough. */
    public String note() {
        return reason.equals(SOURCE_LOST_NETWORK)
                ? "all control monitors are down or unknown: the monitoring service has lost its own network"
                : "";
    }

    /** In the words of a component: planned work that explains everything is maintenance. */
    public ComponentStatus componentStatus() {
        return status == PlatformStatus.DEGRADED && MAINTENANCE_REASONS.contains(reason)
                ? ComponentStatus.MAINTENANCE
                : ComponentStatus.of(status);
    }
}
