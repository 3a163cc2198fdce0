package com.elytracloud.status.domain;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
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
        Map<MonitorId, String> labels = fleet.readings().stream()
                .collect(Collectors.toMap(
                        MonitorReading::id, reading -> reading.monitor().label()));
        Function<MonitorId, String> label = id -> labels.getOrDefault(id, id.value());
        List<ClassifiedMonitor> all = Stream.concat(
                        classified.inScope().stream(),
                        components.stream().flatMap(component -> classified.of(component).stream()))
                .distinct()
                .sorted(Comparator.comparing(ClassifiedMonitor::id))
                .toList();
        return new MonitorNames(
                named(all, MonitorClass.DOWN, each -> label.apply(each.id())),
                named(all, MonitorClass.UNKNOWN, each -> label.apply(each.id()) + ": " + each.reason()),
                classified.notMonitored().entrySet().stream()
                        .map(each -> label.apply(each.getKey()) + ": " + each.getValue())
                        .sorted()
                        .toList());
    }

    /** In one line, such as {@code down: Shop (8); unknown: Push (7): pending}; empty if there is nothing to name. */
    public String text() {
        return Stream.of(text("down", down), text("unknown", unknown), text("not monitored", notMonitored))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static List<String> named(
            List<ClassifiedMonitor> all, MonitorClass wanted, Function<ClassifiedMonitor, String> name) {
        return all.stream()
                .filter(each -> each.monitorClass() == wanted)
                .map(name)
                .toList();
    }

    private static String text(String word, List<String> names) {
        String more = names.size() > MOST ? " and %d more".formatted(names.size() - MOST) : "";
        return names.isEmpty() ? "" : word + ": " + names.stream().limit(MOST).collect(Collectors.joining(", ")) + more;
    }
}
