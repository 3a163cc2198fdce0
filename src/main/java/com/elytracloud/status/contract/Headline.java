package com.elytracloud.status.contract;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

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
        Set<ComponentStatus> seen = EnumSet.noneOf(ComponentStatus.class);
        seen.addAll(components);
        return switch (platform) {
            case OUTAGE -> MAJOR_OUTAGE;
            case UNKNOWN -> seen.contains(ComponentStatus.OUTAGE) ? PARTIAL_OUTAGE : UNKNOWN;
            case DEGRADED -> degraded(seen);
            case OPERATIONAL -> operational(seen);
        };
    }

    // A degraded platform whose only exception is maintenance is under maintenance.
    private static Headline degraded(Set<ComponentStatus> seen) {
        if (seen.contains(ComponentStatus.OUTAGE)) {
            return PARTIAL_OUTAGE;
        }
        boolean explained = seen.contains(ComponentStatus.MAINTENANCE)
                && !seen.contains(ComponentStatus.DEGRADED)
                && !seen.contains(ComponentStatus.UNKNOWN);
        return explained ? MAINTENANCE : DEGRADED;
    }

    private static Headline operational(Set<ComponentStatus> seen) {
        if (seen.contains(ComponentStatus.OUTAGE)) {
            return PARTIAL_OUTAGE;
        }
        if (seen.contains(ComponentStatus.DEGRADED)) {
            return DEGRADED;
        }
        if (seen.contains(ComponentStatus.UNKNOWN)) {
            return UNKNOWN;
        }
        return seen.contains(ComponentStatus.MAINTENANCE) ? MAINTENANCE : OPERATIONAL;
    }
}
