package com.elytracloud.status.domain;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The monitors of one run, each with its class.
 *
 * @param monitors every monitor the source reported or should have reported, and every one that the operator named;
 *     also those that it has stopped checking
 * @param scope the ids among them by which the platform is evaluated
 * @param isBlind whether all control monitors fail, so that the source has lost its own network and every class is unknown
 * @param known the monitor state for the next run
 */
public record ClassifiedMonitors(
        Map<MonitorId, ClassifiedMonitor> monitors, Set<MonitorId> scope, boolean isBlind, KnownMonitors known) {
    private static final int MOST_NAMES = 10;

    public ClassifiedMonitors {
        monitors = Map.copyOf(monitors);
        scope = Set.copyOf(scope);
    }

    /** Those of a run without any answer. */
    public static ClassifiedMonitors none(KnownMonitors known) {
        return new ClassifiedMonitors(Map.of(), Set.of(), false, known);
    }

    public List<ClassifiedMonitor> inScope() {
        return only(scope);
    }

    public List<ClassifiedMonitor> of(Component component) {
        return only(component.monitors());
    }

    private List<ClassifiedMonitor> only(Set<MonitorId> ids) {
        return ids.stream()
                .sorted()
                .filter(monitors::containsKey)
                .map(monitors::get)
                .filter(ClassifiedMonitor::isMonitored)
                .toList();
    }

    /**
     * The monitors that an operator should know of, in one line such as {@code down: Shop (8); unknown: Push (7): pending};
     * empty if there are none. It is never published.
     */
    public String problems(List<Component> components) {
        Set<MonitorId> counted = new HashSet<>(scope);
        components.forEach(component -> counted.addAll(component.monitors()));
        return Stream.of(
                        text("down", names(only(counted), MonitorClass.DOWN)),
                        text("unknown", names(only(counted), MonitorClass.UNKNOWN)),
                        text(
                                "not monitored",
                                names(monitors.values(), MonitorClass.NOT_MONITORED)
                                        .sorted()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("; "));
    }

    private static Stream<String> names(Collection<ClassifiedMonitor> monitors, MonitorClass wanted) {
        return monitors.stream()
                .filter(each -> each.monitorClass() == wanted)
                .map(each ->
                        each.reading().monitor().label() + (wanted == MonitorClass.DOWN ? "" : ": " + each.reason()));
    }

    private static String text(String word, Stream<String> all) {
        List<String> names = all.toList();
        String more = names.size() > MOST_NAMES ? " and %d more".formatted(names.size() - MOST_NAMES) : "";
        return names.isEmpty()
                ? ""
                : word + ": " + names.stream().limit(MOST_NAMES).collect(Collectors.joining(", ")) + more;
    }
}
