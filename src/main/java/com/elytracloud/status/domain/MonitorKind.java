package com.elytracloud.status.domain;

/** How a source learns a monitor's state, as far as the evaluation depends on it. */
public enum MonitorKind {
    /** The source checks the service. */
    PROBE,
    /** The service reports to the source. */
    PUSH,
    /** Repeats the worst of its children, which are monitors themselves. */
    GROUP,
    /** The source did not report it this time. */
    UNKNOWN
}
