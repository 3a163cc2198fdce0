package com.elytracloud.status.domain;

/** What a source says of a monitor. */
public enum MonitorState {
    UP,
    DOWN,
    /** A check failed and is being retried: neither up nor down. */
    PENDING,
    MAINTENANCE,
    /** The source said something that is not in its documentation, or contradicted itself. */
    UNRECOGNISED
}
