package com.elytracloud.status.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * The monitors an operator should know of, each with name, id and reason; never published.
 *
 * @param notMonitored those that the settings or earlier runs know and that the source has stopped checking
 */
public record MonitorNames(List<String> down, List<String> unknown, List<String> notMonitored) {
    /** Nothing to name. */
    public static final MonitorNames NONE = new MonitorNames(List.of(), List.of(), List.of());

    private static final int MOST = 10;

    public MonitorNames {
        down = List.copyOf(down);
        unknown = List.copyOf(unknown);
        notMonitored = List.copyOf(notMonitored);
    }

    /** In one line, such as {@code down: Shop (8); unknown: Push (7): pending}; empty if there is nothing to name. */
    public String text() {
        List<String> parts = new ArrayList<>();
        add(parts, "down", down);
        add(parts, "unknown", unknown);
        add(parts, "not monitored", notMonitored);
        return String.join("; ", parts);
    }

    private static void add(List<String> parts, String word, List<String> names) {
        if (!names.isEmpty()) {
            String more = names.size() > MOST ? " and %d more".formatted(names.size() - MOST) : "";
            parts.add(word + ": " + names.stream().limit(MOST).collect(Collectors.joining(", ")) + more);
        }
    }
}
