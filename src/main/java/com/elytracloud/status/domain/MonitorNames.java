package com.elytracloud.status.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The monitors an operator should know of, each with name, id and reason; never published.
 *
 * @param notMonitored those that the settings or earlier runs know and that the source has stopped checking
 */
public record MonitorNames(List<String> down, List<String> unknown, List<String> notMonitored) {
    public static final MonitorNames NONE = new MonitorNames(List.of(), List.of(), List.of());

    private static final int MOST = 10;

    /** Those of one run. */
    public static MonitorNames of(MonitorFleet fleet, ClassifiedMonitors classified, List<Component> components) {
        Map<MonitorId, String> labels = new HashMap<>();
        fleet.readings()
                .forEach(reading -> labels.put(reading.id(), reading.monitor().label()));
        Set<ClassifiedMonitor> all = new TreeSet<>(Comparator.comparing(ClassifiedMonitor::id));
        all.addAll(classified.inScope());
        components.forEach(component -> all.addAll(classified.of(component)));
        List<String> down = new ArrayList<>();
        List<String> unknown = new ArrayList<>();
        for (ClassifiedMonitor each : all) {
            String label = labels.getOrDefault(each.id(), each.id().value());
            if (each.monitorClass() == MonitorClass.DOWN) {
                down.add(label);
            } else if (each.monitorClass() == MonitorClass.UNKNOWN) {
                unknown.add(label + ": " + each.reason());
            }
        }
        return new MonitorNames(
                down,
                unknown,
                classified.notMonitored().entrySet().stream()
                        .map(each ->
                                labels.getOrDefault(each.getKey(), each.getKey().value()) + ": " + each.getValue())
                        .sorted()
                        .toList());
    }

    /** In one line, such as {@code down: Shop (8); unknown: Push (7): pending}; empty if there is nothing to name. */
    public String text() {
        return Stream.of(text("down", down), text("unknown", unknown), text("not monitored", notMonitored))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static String text(String word, List<String> names) {
        String more = names.size() > MOST ? " and %d more".formatted(names.size() - MOST) : "";
        return names.isEmpty() ? "" : word + ": " + names.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }
}
