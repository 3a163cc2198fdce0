package com.elytracloud.status.domain;

/**
 * A monitor of a source. Its texts are the operator's own and are never published.
 *
 * @param id unique within its source
 * @param type the source's own word for what it checks, such as {@code http}; empty if the source does not report it
 * @param name as the operator typed it: any characters, empty if the source does not report it
 * @param target the watched URL, or host and port; empty if the source does not report it
 * @param group the group in which the source publishes it; empty if in none
 */
public record Monitor(MonitorId id, Kind kind, String type, String name, String target, String group) {
    /** A monitor of a source that knows neither types nor groups. */
    public Monitor(MonitorId id, Kind kind, String name, String target) {
        this(id, kind, "", name, target, "");
    }

    /** The same in a group of its source's page. */
    public Monitor in(String shownIn) {
        return new Monitor(id, kind, type, name, target, shownIn);
    }

    /** Name and id, for the operator. */
    public String label() {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? id.value() : "%s (%s)".formatted(line, id);
    }

    /** How a source learns a monitor's state, as far as the evaluation depends on it. */
    public enum Kind {
        /** The source checks the service. */
        PROBE,
        /** The service reports to the source. */
        PUSH,
        /** Repeats the worst of its children, which are monitors themselves. */
        GROUP,
        /** The source did not report it this time. */
        UNKNOWN
    }

    /** A monitor's state as the source reports it. */
    public enum State {
        UP,
        DOWN,
        /** A check failed and is being retried: neither up nor down. */
        PENDING,
        MAINTENANCE,
        /** The source reported an undocumented or contradictory state. */
        UNRECOGNISED,
        /** The source did not report the monitor. */
        ABSENT
    }
}
