package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;

/**
 * Which of the classified monitors count, and their state for the next run.
 *
 * @param named by the operator, anywhere
 * @param present of which the source reported anything
 */
record ObservedFleet(
        MonitorFleet fleet,
        MonitorScope scope,
        Set<MonitorId> named,
        Set<MonitorId> present,
        KnownMonitors known,
        Instant now) {
    /** A monitor that nobody named is out of scope long before. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    /** The monitors of the run; their classes are replaced by unknown if the source cannot see. */
    ClassifiedMonitors with(Map<MonitorId, ClassifiedMonitor> classified) {
        boolean isBlind = hasLostItsNetwork(classified);
        if (isBlind) {
            classified.replaceAll((id, each) -> each.unknown("all control monitors are down or unknown"));
        }
        // Without those that count: one of them that is missing in the next run is unknown then, like any monitor.
        Set<MonitorId> groups = ids(this::repeatsItsChildren);
        Set<MonitorId> ownSite = ids(reading -> scope.watchesOwnSite(reading.monitor()));
        Map<MonitorId, KnownMonitor> next = new HashMap<>();
        classified.forEach((id, each) -> next.compute(id, (any, none) -> known(each, ownSite.contains(id))));
        Set<MonitorId> monitored = new HashSet<>(classified.keySet());
        monitored.removeIf(id -> !classified.get(id).isMonitored());
        Set<MonitorId> counted = new HashSet<>(scope.isEverything() ? monitored : scope.only());
        counted.addAll(scope.critical());
        counted.retainAll(monitored);
        counted.removeAll(scope.controls());
        counted.removeAll(groups);
        counted.removeAll(ownSite);
        // Those that the source lists unreadably, minus the known monitors that are missing for this reason.
        monitored.removeAll(present);
        for (int i = monitored.size(); scope.isEverything() && i < fleet.unreadable(); i++) {
            MonitorReading absent = MonitorReading.absent(new MonitorId("unreadable-" + (i + 1)));
            String reason = "the source's line cannot be read";
            classified.put(absent.id(), new ClassifiedMonitor(absent, MonitorClass.UNKNOWN, now, reason, 1, false));
            counted.add(absent.id());
        }
        return new ClassifiedMonitors(
                classified, counted, isBlind, new KnownMonitors(next, groups, seeds(next.keySet())));
    }

    // Well-known outside targets that all fail together mean that the source cannot see, not that the world is down.
    private boolean hasLostItsNetwork(Map<MonitorId, ClassifiedMonitor> classified) {
        Set<MonitorClass> controls = scope.controls().stream()
                .map(id -> classified.get(id).monitorClass())
                .filter(each -> each != MonitorClass.NOT_MONITORED)
                .collect(Collectors.toSet());
        return !controls.isEmpty()
                && Set.of(MonitorClass.DOWN, MonitorClass.UNKNOWN).containsAll(controls);
    }

    /** For the next run; null to drop it. */
    private KnownMonitor known(ClassifiedMonitor classified, boolean isOwnSite) {
        MonitorId id = classified.id();
        if (classified.isMonitored() && present.contains(id) && !isOwnSite) {
            return new KnownMonitor(classified.monitorClass(), classified.at(), now);
        }
        KnownMonitor before = known.monitors().get(id);
        if (before == null) {
            return named.contains(id) && !classified.isMonitored()
                    ? new KnownMonitor(MonitorClass.UNKNOWN, classified.at(), classified.at())
                    : null;
        }
        return named.contains(id) || !before.listedAt().isBefore(now.minus(FORGOTTEN_AFTER)) ? before : null;
    }

    private Map<MonitorId, UptimeSeed> seeds(Set<MonitorId> kept) {
        Map<MonitorId, UptimeSeed> seeds = new HashMap<>(known.seeds());
        fleet.longUptime().forEach((id, shares) -> seeds.putIfAbsent(id, new UptimeSeed(now, shares)));
        seeds.keySet().retainAll(kept);
        return seeds;
    }

    private Set<MonitorId> ids(Predicate<MonitorReading> wanted) {
        return fleet.readings().stream().filter(wanted).map(MonitorReading::id).collect(Collectors.toSet());
    }

    private boolean repeatsItsChildren(MonitorReading reading) {
        return known.isGroup(reading.monitor()) && !scope.names(reading.id()) && !standsForItsChildren(reading);
    }

    // Without a list of all monitors, a group of the page with nothing but groups shows what is nowhere else.
    private boolean standsForItsChildren(MonitorReading reading) {
        return !reading.listed()
                && fleet.page().groups().stream()
                        .filter(group -> group.monitors().stream()
                                .anyMatch(entry -> entry.id().equals(reading.id())))
                        .anyMatch(group ->
                                group.monitors().stream().allMatch(entry -> entry.kind() == Monitor.Kind.GROUP));
    }
}
