package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;

/**
 * Which of the observed monitors count, with which weight, and their state for the next run.
 *
 * @param named by the operator, anywhere
 */
record ObservedFleet(MonitorFleet fleet, MonitorScope scope, Set<MonitorId> named, KnownMonitors known, Instant now) {
    /** A monitor that nobody named is out of scope long before. */
    private static final Duration FORGOTTEN_AFTER = Duration.ofDays(1);

    ClassifiedMonitors with(Map<MonitorId, Observation> observed, boolean isBlind) {
        Map<MonitorId, MonitorReading> readings =
                fleet.readings().stream().collect(Collectors.toMap(MonitorReading::id, Function.identity()));
        // Without those that count: one of them that is missing in the next run is unknown then, like any monitor.
        Set<MonitorId> groups = ids(this::repeatsItsChildren);
        Set<MonitorId> ownSite = ids(reading -> OwnSite.isWatchedBy(reading.monitor(), scope.ownSite()));
        Map<MonitorId, ClassifiedMonitor> monitored = new HashMap<>();
        Map<MonitorId, String> notMonitored = new HashMap<>();
        Map<MonitorId, KnownMonitor> next = new HashMap<>();
        observed.forEach((id, observation) -> {
            if (observation.isMonitored()) {
                monitored.put(id, classified(id, observation, readings.get(id)));
            } else {
                notMonitored.put(id, observation.reason());
            }
            next.compute(id, (any, none) -> known(id, observation, ownSite.contains(id)));
        });
        Set<MonitorId> counted = new HashSet<>(scope.isEverything() ? monitored.keySet() : scope.only());
        counted.addAll(scope.critical());
        counted.retainAll(monitored.keySet());
        counted.removeAll(scope.controls());
        counted.removeAll(groups);
        counted.removeAll(ownSite);
        // Those that the source lists unreadably, minus the known monitors that are missing for this reason.
        long missing = observed.values().stream().filter(Observation::isMissing).count();
        for (long i = missing; scope.isEverything() && i < fleet.unreadable(); i++) {
            MonitorId id = new MonitorId("unreadable-" + (i + 1));
            Observation unknown = Observation.of(MonitorClass.UNKNOWN, now, "the source's line cannot be read");
            monitored.put(id, classified(id, unknown, null));
            counted.add(id);
        }
        return new ClassifiedMonitors(
                monitored, counted, notMonitored, isBlind, new KnownMonitors(next, groups, seeds(next.keySet())));
    }

    private ClassifiedMonitor classified(MonitorId id, Observation observation, MonitorReading readingOrNull) {
        return new ClassifiedMonitor(
                id,
                observation.monitorClass(),
                observation.reason(),
                scope.weightOf(id),
                scope.critical().contains(id),
                readingOrNull == null ? Map.of() : readingOrNull.uptime());
    }

    /** For the next run; null to drop it. */
    private KnownMonitor known(MonitorId id, Observation observation, boolean isOwnSite) {
        if (observation.isMonitored() && !observation.isMissing() && !isOwnSite) {
            return new KnownMonitor(observation.monitorClass(), observation.at(), now);
        }
        KnownMonitor before = known.monitors().get(id);
        if (before == null) {
            return named.contains(id) && !observation.isMonitored()
                    ? new KnownMonitor(observation.monitorClass(), observation.at(), observation.at())
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
                                group.monitors().stream().allMatch(entry -> entry.kind() == MonitorKind.GROUP));
    }

    /**
     * How one run classifies one monitor.
     *
     * @param at when the class was observed; earlier than the run if it was carried over, or if it is not monitored
     * @param isMonitored whether the source still checks it
     * @param isMissing whether the source should have listed it and did not
     * @param reason why, for the operator
     */
    record Observation(MonitorClass monitorClass, Instant at, boolean isMonitored, boolean isMissing, String reason) {
        static Observation of(MonitorClass monitorClass, Instant at, String reason) {
            return new Observation(monitorClass, at, true, false, reason);
        }

        static Observation missing(Instant now, String reason) {
            return new Observation(MonitorClass.UNKNOWN, now, true, true, reason);
        }

        static Observation notMonitored(Instant lastSeen, String reason) {
            return new Observation(MonitorClass.UNKNOWN, lastSeen, false, false, reason);
        }

        /** The same monitor, unknown for a reason outside of it. */
        Observation because(String outside) {
            return isMonitored ? new Observation(MonitorClass.UNKNOWN, at, true, isMissing, outside) : this;
        }
    }
}
