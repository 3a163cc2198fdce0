package com.elytracloud.status.domain;

/** What an incident does to its components; none changes no status. */
public enum Impact {
    NONE,
    DEGRADED,
    OUTAGE
}
