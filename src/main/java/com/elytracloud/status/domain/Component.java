package com.elytracloud.status.domain;

import java.util.Set;

/**
 * A part of the platform under its public name.
 *
 * @param id stable and public: lower-case letters, digits and hyphens
 * @param name public, chosen by the operator
 * @param group the public name of the group it belongs to, empty if none
 * @param key identifies it at its source even if it is renamed
 * @param monitors the monitors it is evaluated by; never published
 */
public record Component(String id, String name, String group, String key, Set<MonitorId> monitors) {
    public static final int MAX = 50;

    public Component {
        monitors = Set.copyOf(monitors);
    }

    /** One without a group that is identified by its id. */
    public Component(String id, String name, Set<MonitorId> monitors) {
        this(id, name, "", id, monitors);
    }
}
