package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.assess.ObservedFleet.Observation;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.MonitorState;
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
        Map<MonitorId, Observation> observed = observations();
        if (isStarting()) {
            return incomplete(
                    "started at %s and lists %d monitors so far".formatted(fleet.startedAt(), observed.size()));
        }
        if (missesTooMany(observed.keySet())) {
            return incomplete("lists %d of the monitors that it listed within the last %d minutes, fewer than 80 %%"
                    .formatted(observed.size(), INCOMPLETE_AT_MOST.toMinutes()));
        }
        Set<MonitorId> named = scope.named();
        components.forEach(component -> named.addAll(component.monitors()));
        named.forEach(id -> observed.computeIfAbsent(id, this::missing));
        known.withoutGroups().keySet().forEach(id -> observed.computeIfAbsent(id, this::missing));
        boolean isBlind = hasLostItsNetwork(observed);
        if (isBlind) {
            observed.replaceAll((id, any) -> any.because("all control monitors are down or unknown"));
        }
        return new Reading.Found<>(new ObservedFleet(fleet, scope, named, known, now).with(observed, isBlind));
    }

    private static Reading<ClassifiedMonitors> incomplete(String detail) {
        return new Reading.Failed<>(new Failure(Failure.Reason.NOT_READY, "the source " + detail));
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
        int expected = before.size();
        before.keySet().retainAll(present);
        return 10 * before.size() < 8 * expected;
    }

    /** Of the monitors of which the source reports anything that could be evidence. */
    private Map<MonitorId, Observation> observations() {
        boolean isList = fleet.readings().stream().anyMatch(MonitorReading::listed);
        Map<MonitorId, BeatFreshness> freshness = BeatFreshness.of(fleet.readings(), now);
        Map<MonitorId, Observation> observed = new HashMap<>();
        for (MonitorReading reading : fleet.readings()) {
            BeatFreshness beats = freshness.get(reading.id());
            if (reading.listed()
                    || beats.isFresh()
                    || !(isList || reading.beats().isEmpty())) {
                observed.put(reading.id(), observation(reading, beats));
            }
        }
        return observed;
    }

    // The first rule that holds decides. A monitor that is listed as down stays down however old its heartbeats are: it
    // must not expire into green.
    private Observation observation(MonitorReading reading, BeatFreshness beats) {
        boolean isPlanned = planned.contains(reading.id());
        if (!reading.listed() && !beats.isFresh()) {
            return stale(beats, isPlanned);
        }
        boolean byPage = !reading.listed() || (reading.state() == MonitorState.UNRECOGNISED && beats.isFresh());
        MonitorState state = byPage ? beats.newest() : reading.state();
        return switch (isPlanned && state != MonitorState.UNRECOGNISED ? MonitorState.MAINTENANCE : state) {
            case UNRECOGNISED -> observed(MonitorClass.UNKNOWN, "its state cannot be read, or contradicts itself");
            case UP -> beats.isStale() ? observed(MonitorClass.UNKNOWN, beats.text()) : observed(MonitorClass.UP, "up");
            case DOWN -> observed(MonitorClass.DOWN, "down");
            case MAINTENANCE -> observed(MonitorClass.MAINTENANCE, "in maintenance");
            case PENDING -> pending(reading.id());
        };
    }

    private Observation stale(BeatFreshness beats, boolean isPlanned) {
        if (beats.isPaused()) {
            return Observation.notMonitored(now.minus(beats.age()), beats.text() + ": paused");
        }
        return beats.newest() == MonitorState.DOWN && !isPlanned && !beats.isStaleForLong()
                ? observed(MonitorClass.DOWN, "down, " + beats.text())
                : observed(MonitorClass.UNKNOWN, beats.text());
    }

    // Keeps the time of the first observation, so that carrying over cannot prolong itself.
    private Observation pending(MonitorId id) {
        return known.of(id)
                .filter(before -> Set.of(MonitorClass.UP, MonitorClass.DOWN).contains(before.monitorClass()))
                .filter(before -> !before.observedAt().isBefore(now.minus(PENDING_AT_MOST)))
                .map(before -> Observation.of(
                        before.monitorClass(),
                        before.observedAt(),
                        "pending, as before: " + (before.monitorClass() == MonitorClass.UP ? "up" : "down")))
                .orElseGet(() ->
                        observed(MonitorClass.UNKNOWN, "pending, and neither up nor down in the last 25 minutes"));
    }

    private Observation observed(MonitorClass monitorClass, String reason) {
        return Observation.of(monitorClass, now, reason);
    }

    private Observation missing(MonitorId id) {
        KnownMonitor before = known.of(id).orElse(null);
        if (before == null) {
            return Observation.missing(now, "the source does not list it");
        }
        String since = "not listed for " + BeatFreshness.text(Duration.between(before.listedAt(), now));
        if (!before.listedAt().isBefore(now.minus(LISTED_RECENTLY))) {
            return Observation.missing(now, since);
        }
        // It may be one of those that cannot be read.
        return fleet.unreadable() > 0
                ? Observation.missing(now, since + ", and some monitors cannot be read")
                : Observation.notMonitored(before.listedAt(), since + ": paused or deleted");
    }

    // Well-known outside targets that all fail together mean that the source cannot see, not that the world is down.
    private boolean hasLostItsNetwork(Map<MonitorId, Observation> observed) {
        List<MonitorClass> controls = scope.controls().stream()
                .map(observed::get)
                .filter(Observation::isMonitored)
                .map(Observation::monitorClass)
                .toList();
        return !controls.isEmpty()
                && Set.of(MonitorClass.DOWN, MonitorClass.UNKNOWN).containsAll(controls);
    }
}
