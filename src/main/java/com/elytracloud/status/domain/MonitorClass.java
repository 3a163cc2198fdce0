package com.elytracloud.status.domain;

/** What one run makes of one monitor; exactly one of these. */
public enum MonitorClass {
    UP,
    DOWN,
    MAINTENANCE,
    /** No evidence in this run. */
    UNKNOWN,
    /** Paused or deleted at the source: out of scope. */
    NOT_MONITORED
}
