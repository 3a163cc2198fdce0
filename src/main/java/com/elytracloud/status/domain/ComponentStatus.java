package com.elytracloud.status.domain;

/** The status of a component, or the worst of a day; least severe first. */
public enum ComponentStatus {
    OPERATIONAL,
    MAINTENANCE,
    UNKNOWN,
    DEGRADED,
    OUTAGE;

    /** The platform's status in the words of a component. */
    public static ComponentStatus of(PlatformStatus status) {
        return valueOf(status.name());
    }

    /** The more severe of both. */
    public ComponentStatus orWorse(ComponentStatus other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** At least the status of an open incident. */
    public ComponentStatus raisedTo(Incident.Impact impact) {
        return switch (impact) {
            case NONE -> this;
            case DEGRADED -> orWorse(DEGRADED);
            case OUTAGE -> OUTAGE;
        };
    }
}
