package com.elytracloud.status.domain;

import java.util.List;
import java.util.Objects;

/**
 * A monitor of a source. Its texts are the operator's own and are never published.
 *
 * @param id unique within its source
 * @param type the source's own word for what it checks, such as {@code http}; empty if the source does not report it
 * @param name as the operator typed it: any characters, empty if the source does not report it
 * @param target the watched URL, or host and port; empty if the source does not report it
 * @param group the group in which the source publishes it; empty if in none
 * @param labels every other word the source attaches to it (tags), in the source's order
 */
public record Monitor(
        MonitorId id, MonitorKind kind, String type, String name, String target, String group, List<String> labels) {
    public Monitor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(type, "type");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        Objects.requireNonNull(group, "group");
        labels = List.copyOf(labels);
    }

    /** A monitor of a source that knows neither types nor groups. */
    public Monitor(MonitorId id, MonitorKind kind, String name, String target, List<String> labels) {
        this(id, kind, "", name, target, "", labels);
    }

    public Monitor in(String published) {
        return new Monitor(id, kind, type, name, target, published, labels);
    }

    public String label() {
        return name.isBlank() ? id.value() : "%s (%s)".formatted(name, id);
    }
}
