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
public record Monitor(MonitorId id, MonitorKind kind, String type, String name, String target, String group) {
    /** A monitor of a source that knows neither types nor groups. */
    public Monitor(MonitorId id, MonitorKind kind, String name, String target) {
        this(id, kind, "", name, target, "");
    }

    public String label() {
        String line = name.replaceAll("\\p{Cntrl}+", " ").strip();
        return line.isEmpty() ? id.value() : "%s (%s)".formatted(line, id);
    }
}
