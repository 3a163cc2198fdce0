package com.elytracloud.status.domain;

import java.util.Objects;
import java.util.Set;

/**
 * A part of the platform as visitors know it.
 *
 * @param id stable and public: lower-case letters, digits and hyphens
 * @param name public, chosen by the operator
 * @param monitors the monitors it is judged by; never published
 */
public record Component(String id, String name, Set<MonitorId> monitors) {
    public Component {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(name, "name");
        monitors = Set.copyOf(monitors);
    }
}
