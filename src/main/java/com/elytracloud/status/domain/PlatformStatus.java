package com.elytracloud.status.domain;

/** What we conclude and publish of the platform or a component. */
public enum PlatformStatus {
    OPERATIONAL,
    DEGRADED,
    OUTAGE,
    /** No evidence: never a milder word for one of the others. */
    UNKNOWN
}
