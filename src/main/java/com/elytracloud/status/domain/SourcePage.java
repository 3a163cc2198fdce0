package com.elytracloud.status.domain;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

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

    /** The monitors of all groups. */
    public Map<MonitorId, Monitor> monitors() {
        return groups.stream()
                .flatMap(group -> group.monitors().stream())
                .collect(Collectors.toMap(Monitor::id, Function.identity(), (one, later) -> later));
    }

    /**
     * A group of monitors, all under their public names.
     *
     * @param key stays the same when the group is renamed
     */
    public record Group(String key, String name, List<Monitor> monitors) {
        public Group {
            monitors = List.copyOf(monitors);
        }
    }
}
