package com.elytracloud.status.domain;

import java.util.List;
import java.util.Objects;

/**
 * A thing a source watches for us. Its words are the operator's own and stay inside.
 *
 * @param id unique within its source
 * @param name as the operator typed it: any characters, empty if the source does not tell
 * @param target the watched URL, or host and port; empty if the source does not tell
 * @param labels every other word the source attaches to it (tags), in the source's order
 */
public record Monitor(MonitorId id, MonitorKind kind, String name, String target, List<String> labels) {
    public Monitor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(kind, "kind");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(target, "target");
        labels = List.copyOf(labels);
    }
}
