package com.elytracloud.status.contract;

import java.util.Collection;

import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.PlatformStatus;

/** The one value behind every sentence, colour and indicator that is published: derived here and nowhere else. */
public enum Headline {
    OPERATIONAL,
    MAINTENANCE,
    DEGRADED,
    PARTIAL_OUTAGE,
    MAJOR_OUTAGE,
    UNKNOWN;

    /**
     * The headline of a document. Maintenance never hides anything else that is wrong, and a platform of which a part is
     * unknown is never called operational.
     *
     * @param platform the published status of the platform
     * @param components the published status of each component
     */
    public static Headline of(PlatformStatus platform, Collection<ComponentStatus> components) {
        if (platform == PlatformStatus.OUTAGE) {
            return MAJOR_OUTAGE;
        }
        if (components.contains(ComponentStatus.OUTAGE)) {
            return PARTIAL_OUTAGE;
        }
        if (platform == PlatformStatus.UNKNOWN) {
            return UNKNOWN;
        }
        if (components.contains(ComponentStatus.DEGRADED)) {
            return DEGRADED;
        }
        boolean isOperational = platform == PlatformStatus.OPERATIONAL;
        if (components.contains(ComponentStatus.UNKNOWN)) {
            return isOperational ? UNKNOWN : DEGRADED;
        }
        // A degraded platform whose only exception is maintenance is under maintenance.
        if (components.contains(ComponentStatus.MAINTENANCE)) {
            return MAINTENANCE;
        }
        return isOperational ? OPERATIONAL : DEGRADED;
    }
}
