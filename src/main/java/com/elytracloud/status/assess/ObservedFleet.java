package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;

/** Which of the observed monitors count, with which weight, and their state for the next run. */
record ObservedFleet(
        MonitorFleet fleet,
        Map<MonitorId, MonitorReading> readings,
        MonitorScope scope,
        List<Component> components,
        KnownMonitors known,
        Instant now) {
    /** A monitor that nobody named is out of scope long before. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    ObservedFleet(
            MonitorFleet fleet, MonitorScope scope, List<Component> components, KnownMonitors known, Instant now) {
        this(
                fleet,
                fleet.readings().stream().collect(Collectors.toMap(MonitorReading::id, Function.identity())),
                scope,
                components,
                known,
                now);
    }

    ClassifiedMonitors with(Map<MonitorId, Observation> observed, boolean isBlind) {
        Map<MonitorId, ClassifiedMonitor> monitored = new HashMap<>();
        Map<MonitorId, String> notMonitored = new HashMap<>();
        observed.forEach((id, observation) -> {
            if (observation.isMonitored()) {
                monitored.put(id, classed(id, observation));
            } else {
                notMonitored.put(id, observation.reason());
            }
        });
        Set<MonitorId> counted = counted(monitored.keySet());
        for (MonitorId unreadable : unreadable(observed.values())) {
            monitored.put(
                    unreadable, classed(unreadable, Observation.unknown(now, "the source's line cannot be read")));
            counted.add(unreadable);
        }
        return new ClassifiedMonitors(monitored, counted, notMonitored, isBlind, known(observed));
    }

    private ClassifiedMonitor classed(MonitorId id, Observation observation) {
        return new ClassifiedMonitor(
                id,
                observation.monitorClass(),
                observation.reason(),
                scope.weightOf(id),
                scope.critical().contains(id),
                readings.containsKey(id) ? readings.get(id).uptime() : Map.of());
    }

    private Set<MonitorId> counted(Set<MonitorId> monitored) {
        Set<MonitorId> counted = new HashSet<>(scope.isEverything() ? monitored : scope.only());
        counted.addAll(scope.critical());
        counted.removeAll(scope.controls());
        counted.retainAll(monitored);
        counted.removeIf(this::mustNotCount);
        return counted;
    }

    private boolean mustNotCount(MonitorId id) {
        MonitorReading reading = readings.get(id);
        return reading != null && (isGroupNobodyNamed(reading) || isOwnSite(id));
    }

    private boolean isOwnSite(MonitorId id) {
        return readings.containsKey(id) && OwnSite.isWatchedBy(readings.get(id).monitor(), scope.ownSite());
    }

    private boolean isGroupNobodyNamed(MonitorReading reading) {
        return known.isGroup(reading.monitor()) && !scope.names(reading.id()) && !standsForItsChildren(reading);
    }

    // Without a list of all monitors, a group of the page with nothing but groups shows what is nowhere else.
    private boolean standsForItsChildren(MonitorReading reading) {
        return !reading.listed()
                && fleet.page().groups().stream()
                        .filter(group -> group.monitors().stream()
                                .anyMatch(entry -> entry.id().equals(reading.id())))
                        .anyMatch(group ->
                                group.monitors().stream().allMatch(entry -> entry.kind() == MonitorKind.GROUP));
    }

    /**
     * Placeholders for monitors that the source lists unreadably, minus the known monitors that are missing for this
     * reason.
     */
    private Set<MonitorId> unreadable(Collection<Observation> known) {
        long missing = known.stream().filter(Observation::isMissing).count();
        Set<MonitorId> ids = new HashSet<>();
        for (long i = missing; scope.isEverything() && i < fleet.unreadable(); i++) {
            ids.add(new MonitorId("unreadable-" + (i + 1)));
        }
        return ids;
    }

    private KnownMonitors known(Map<MonitorId, Observation> observed) {
        Map<MonitorId, KnownMonitor> next = new HashMap<>();
        observed.forEach((id, observation) -> {
            KnownMonitor before = known.of(id).orElse(null);
            boolean isReported = observation.isMonitored() && !observation.isMissing();
            if (isReported && !isOwnSite(id)) {
                next.put(id, new KnownMonitor(observation.monitorClass(), observation.at(), now));
            } else if (before != null && isWorthKeeping(id, before.listedAt())) {
                next.put(id, before);
            } else if (!observation.isMonitored() && isNamed(id)) {
                next.put(id, new KnownMonitor(observation.monitorClass(), observation.at(), observation.at()));
            }
        });
        return new KnownMonitors(next, groups(), seeds(next.keySet()));
    }

    // Without those that count: one of them that is missing in the next run is unknown then, like any monitor.
    private Set<MonitorId> groups() {
        return readings.values().stream()
                .filter(this::isGroupNobodyNamed)
                .map(MonitorReading::id)
                .collect(Collectors.toSet());
    }

    private Map<MonitorId, UptimeSeed> seeds(Set<MonitorId> kept) {
        Map<MonitorId, UptimeSeed> seeds = new HashMap<>(known.seeds());
        fleet.longUptime().forEach((id, shares) -> seeds.putIfAbsent(id, new UptimeSeed(now, shares)));
        seeds.keySet().retainAll(kept);
        return seeds;
    }

    private boolean isWorthKeeping(MonitorId id, Instant listedAt) {
        return isNamed(id) || !listedAt.isBefore(now.minus(FORGOTTEN_AFTER));
    }

    private boolean isNamed(MonitorId id) {
        return scope.names(id)
                || scope.controls().contains(id)
                || components.stream()
                        .anyMatch(component -> component.monitors().contains(id));
    }
}
