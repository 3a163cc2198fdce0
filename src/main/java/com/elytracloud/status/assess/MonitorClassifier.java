package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;

/**
 * Gives each monitor one class. What was listed before and is missing now is unknown first, and only later paused.
 *
 * @param planned the monitors in announced maintenance, which counts regardless of their checks
 */
public record MonitorClassifier(
        MonitorFleet fleet, MonitorScope scope, Set<MonitorId> planned, KnownMonitors known, Instant now) {
    private static final Duration LISTED_RECENTLY = Duration.ofMinutes(20);
    private static final Duration INCOMPLETE_AT_MOST = Duration.ofMinutes(30);
    private static final Duration PENDING_AT_MOST = Duration.ofMinutes(25);
    /** A restarted source lists its monitors one by one, up to a second each. */
    private static final Duration STARTING = Duration.ofMinutes(5);

    /**
     * Classifies a whole fleet without any planned work.
     *
     * @param components their monitors are classified too, whether or not they are in the platform's scope
     * @param known the classes of the previous runs; {@link KnownMonitors#NONE} on the first run
     * @return failed if the source cannot be taken as complete
     */
    public static Reading<ClassifiedMonitors> classify(
            MonitorFleet fleet, MonitorScope scope, List<Component> components, KnownMonitors known, Instant now) {
        return new MonitorClassifier(fleet, scope, Set.of(), known, now).classify(components);
    }

    Reading<ClassifiedMonitors> classify(List<Component> components) {
        Map<MonitorId, ClassifiedMonitor> classified = reported();
        if (isStarting()) {
            return incomplete(
                    "started at %s and lists %d monitors so far".formatted(fleet.startedAt(), classified.size()));
        }
        Set<MonitorId> present = Set.copyOf(classified.keySet());
        if (missesTooMany(present)) {
            return incomplete("lists %d of the monitors that it listed within the last %d minutes, fewer than 80 %%"
                    .formatted(present.size(), INCOMPLETE_AT_MOST.toMinutes()));
        }
        Set<MonitorId> named = scope.named();
        components.forEach(component -> named.addAll(component.monitors()));
        Map<MonitorId, MonitorReading> readings =
                fleet.readings().stream().collect(Collectors.toMap(MonitorReading::id, Function.identity()));
        Stream.concat(named.stream(), known.withoutGroups().keySet().stream())
                .forEach(id -> classified.computeIfAbsent(
                        id, any -> missing(readings.getOrDefault(id, MonitorReading.absent(id)))));
        return new Reading.Found<>(new ObservedFleet(fleet, scope, named, present, known, now).with(classified));
    }

    private static Reading<ClassifiedMonitors> incomplete(String detail) {
        return Reading.failed(Failure.Reason.NOT_READY, "the source " + detail);
    }

    // Without state from earlier runs, monitors that a restarted source does not list yet cannot be detected.
    private boolean isStarting() {
        Duration filling = STARTING.plusSeconds(fleet.readings().size());
        return scope.isEverything()
                && known.monitors().isEmpty()
                && !fleet.startedAt().equals(Instant.MIN)
                && fleet.startedAt().plus(filling).isAfter(now);
    }

    private boolean missesTooMany(Set<MonitorId> present) {
        Map<MonitorId, KnownMonitor> before = known.withoutGroups();
        before.values().removeIf(each -> each.listedAt().isBefore(now.minus(INCOMPLETE_AT_MOST)));
        long listed = before.keySet().stream().filter(present::contains).count();
        return 10 * listed < 8L * before.size();
    }

    /** The monitors of which the source reports anything that could be evidence. */
    private Map<MonitorId, ClassifiedMonitor> reported() {
        boolean isList = fleet.readings().stream().anyMatch(MonitorReading::listed);
        Map<MonitorId, BeatFreshness> freshness = BeatFreshness.of(fleet.readings(), now);
        Map<MonitorId, ClassifiedMonitor> reported = new HashMap<>();
        for (MonitorReading reading : fleet.readings()) {
            BeatFreshness beats = freshness.get(reading.id());
            if (reading.listed()
                    || beats.isFresh()
                    || !(isList || reading.beats().isEmpty())) {
                reported.put(reading.id(), classified(reading, beats));
            }
        }
        return reported;
    }

    // The first rule that holds decides. A monitor that is listed as down stays down however old its heartbeats are: it
    // must not expire into green.
    private ClassifiedMonitor classified(MonitorReading reading, BeatFreshness beats) {
        boolean isPlanned = planned.contains(reading.id());
        if (!reading.listed() && !beats.isFresh()) {
            return stale(reading, beats, isPlanned);
        }
        boolean byPage = !reading.listed() || (reading.state() == Monitor.State.UNRECOGNISED && beats.isFresh());
        Monitor.State state = byPage ? beats.newest() : reading.state();
        return switch (isPlanned && state != Monitor.State.UNRECOGNISED ? Monitor.State.MAINTENANCE : state) {
            case UNRECOGNISED, ABSENT -> unknown(reading, "its state cannot be read, or contradicts itself");
            case UP -> beats.isStale() ? unknown(reading, beats.text()) : observed(reading, MonitorClass.UP, "up");
            case DOWN -> observed(reading, MonitorClass.DOWN, "down");
            case MAINTENANCE -> observed(reading, MonitorClass.MAINTENANCE, "in maintenance");
            case PENDING -> pending(reading);
        };
    }

    private ClassifiedMonitor stale(MonitorReading reading, BeatFreshness beats, boolean isPlanned) {
        if (beats.isPaused()) {
            return notMonitored(reading, now.minus(beats.age()), beats.text() + ": paused");
        }
        return beats.newest() == Monitor.State.DOWN && !isPlanned && !beats.isStaleForLong()
                ? observed(reading, MonitorClass.DOWN, "down, " + beats.text())
                : unknown(reading, beats.text());
    }

    // Keeps the time of the first observation, so that carrying over cannot prolong itself.
    private ClassifiedMonitor pending(MonitorReading reading) {
        return known.of(reading.id())
                .filter(before -> Set.of(MonitorClass.UP, MonitorClass.DOWN).contains(before.monitorClass()))
                .filter(before -> !before.observedAt().isBefore(now.minus(PENDING_AT_MOST)))
                .map(before -> classified(
                        reading,
                        before.monitorClass(),
                        before.observedAt(),
                        "pending, as before: " + (before.monitorClass() == MonitorClass.UP ? "up" : "down")))
                .orElseGet(() -> unknown(reading, "pending, and neither up nor down in the last 25 minutes"));
    }

    private ClassifiedMonitor missing(MonitorReading reading) {
        KnownMonitor before = known.of(reading.id()).orElse(null);
        if (before == null) {
            return unknown(reading, "the source does not list it");
        }
        String since = "not listed for " + BeatFreshness.text(Duration.between(before.listedAt(), now));
        if (!before.listedAt().isBefore(now.minus(LISTED_RECENTLY))) {
            return unknown(reading, since);
        }
        // It may be one of those that cannot be read.
        return fleet.unreadable() > 0
                ? unknown(reading, since + ", and some monitors cannot be read")
                : notMonitored(reading, before.listedAt(), since + ": paused or deleted");
    }

    private ClassifiedMonitor unknown(MonitorReading reading, String reason) {
        return observed(reading, MonitorClass.UNKNOWN, reason);
    }

    private ClassifiedMonitor observed(MonitorReading reading, MonitorClass monitorClass, String reason) {
        return classified(reading, monitorClass, now, reason);
    }

    private ClassifiedMonitor classified(MonitorReading reading, MonitorClass monitorClass, Instant at, String reason) {
        boolean isCritical = scope.critical().contains(reading.id());
        return new ClassifiedMonitor(reading, monitorClass, at, reason, scope.weightOf(reading.id()), isCritical);
    }

    private static ClassifiedMonitor notMonitored(MonitorReading reading, Instant lastSeen, String reason) {
        return new ClassifiedMonitor(reading, MonitorClass.NOT_MONITORED, lastSeen, reason, 1, false);
    }
}
