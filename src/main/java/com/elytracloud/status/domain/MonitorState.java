package com.elytracloud.status.domain;

/** A monitor's state as the source reports it. */
public enum MonitorState {
    UP,
    DOWN,
    /** A check failed and is being retried: neither up nor down. */
    PENDING,
    MAINTENANCE,
    /** The source reported an undocumented or contradictory state. */
    UNRECOGNISED
}
