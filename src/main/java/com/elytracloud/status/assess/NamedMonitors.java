package com.elytracloud.status.assess;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorNames;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;

/** The names of the monitors an operator should know about: never published. */
final class NamedMonitors {
    private NamedMonitors() {}

    static MonitorNames of(
            Reading<MonitorFleet> monitors, Reading<ClassifiedMonitors> fleet, List<Component> components) {
        Map<MonitorId, String> labels = monitors.fold(
                found -> found.readings().stream()
                        .collect(Collectors.toMap(
                                MonitorReading::id, reading -> reading.monitor().label())),
                Map::of,
                failure -> Map.of());
        return fleet.fold(
                found -> new MonitorNames(
                        named(found, components, MonitorClass.DOWN, labels),
                        named(found, components, MonitorClass.UNKNOWN, labels),
                        found.notMonitored().entrySet().stream()
                                .map(each -> label(each.getKey(), labels) + ": " + each.getValue())
                                .sorted()
                                .toList()),
                () -> MonitorNames.NONE,
                failure -> MonitorNames.NONE);
    }

    private static List<String> named(
            ClassifiedMonitors fleet,
            List<Component> components,
            MonitorClass monitorClass,
            Map<MonitorId, String> labels) {
        Stream<ClassifiedMonitor> ofComponents = components.stream().flatMap(component -> fleet.of(component).stream());
        return Stream.concat(fleet.inScope().stream(), ofComponents)
                .distinct()
                .filter(monitor -> monitor.monitorClass() == monitorClass)
                .sorted(Comparator.comparing(ClassifiedMonitor::id))
                .map(monitor -> label(monitor.id(), labels)
                        + (monitorClass == MonitorClass.UNKNOWN ? ": " + monitor.reason() : ""))
                .toList();
    }

    private static String label(MonitorId id, Map<MonitorId, String> labels) {
        return labels.getOrDefault(id, id.value());
    }
}
