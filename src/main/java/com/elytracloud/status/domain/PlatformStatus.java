package com.elytracloud.status.domain;

/** What we conclude and publish of the platform or a component. */
public enum PlatformStatus {
    OPERATIONAL,
    DEGRADED,
    OUTAGE,
    /** No evidence: never used as a milder form of another status. */
    UNKNOWN;

    /** At least the status of an open incident. */
    public PlatformStatus raisedTo(Incident.Impact impact) {
        return valueOf(ComponentStatus.of(this).raisedTo(impact).name());
    }
}
