package com.elytracloud.status.domain;

import java.util.List;

/**
 * The public status page of a source, as its owner arranged it.
 *
 * @param read whether there is one and it could be read; otherwise everything is empty
 */
public record SourcePage(boolean read, List<Group> groups, List<Incident> incidents, List<Maintenance> maintenances) {
    /** There is no page, or it could not be read. */
    public static final SourcePage NONE = new SourcePage(false, List.of(), List.of(), List.of());

    public SourcePage {
        groups = List.copyOf(groups);
        incidents = List.copyOf(incidents);
        maintenances = List.copyOf(maintenances);
    }

    /**
     * A group of monitors under a public name.
     *
     * @param key stays the same when the group is renamed
     */
    public record Group(String key, String name, List<Entry> monitors) {
        public Group {
            monitors = List.copyOf(monitors);
        }
    }

    /** A monitor under its public name. */
    public record Entry(MonitorId id, String name, MonitorKind kind) {}
}
