package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;

/** Gives each monitor one class. What was listed before and is missing now is unknown first, and only later paused. */
public final class MonitorClassifier {
    private static final Duration LISTED_RECENTLY = Duration.ofMinutes(20);
    private static final Duration INCOMPLETE_AT_MOST = Duration.ofMinutes(30);
    /** A restarted source lists its monitors one by one, up to a second each. */
    private static final Duration STARTING = Duration.ofMinutes(5);

    private final MonitorFleet fleet;
    private final MonitorScope scope;
    private final KnownMonitors known;
    private final Instant now;

    private MonitorClassifier(MonitorFleet fleet, MonitorScope scope, KnownMonitors known, Instant now) {
        this.fleet = fleet;
        this.scope = scope;
        this.known = known;
        this.now = now;
    }

    /**
     * Classifies a whole fleet.
     *
     * @param components their monitors are classified too, whether or not they are in the platform's scope
     * @param known the classes of the previous runs; {@link KnownMonitors#NONE} on the first run
     * @return failed if the source cannot be taken as complete
     */
    public static Reading<ClassifiedMonitors> classify(
            MonitorFleet fleet, MonitorScope scope, List<Component> components, KnownMonitors known, Instant now) {
        return new MonitorClassifier(fleet, scope, known, now).classify(components);
    }

    private Reading<ClassifiedMonitors> classify(List<Component> components) {
        Map<MonitorId, Observation> observed = new ReadingClassifier(fleet.readings(), known, now).observations();
        if (isStarting()) {
            return incomplete(
                    "started at %s and lists %d monitors so far".formatted(fleet.startedAt(), observed.size()));
        }
        if (missesTooMany(observed.keySet())) {
            return incomplete("lists %d of the monitors that it listed within the last %d minutes, fewer than 80 %%"
                    .formatted(observed.size(), INCOMPLETE_AT_MOST.toMinutes()));
        }
        expected(components).filter(id -> !observed.containsKey(id)).forEach(id -> observed.put(id, missing(id)));
        boolean isBlind = hasLostItsNetwork(observed);
        if (isBlind) {
            observed.replaceAll((id, any) -> any.because("all control monitors are down or unknown"));
        }
        return new Reading.Found<>(new ObservedFleet(fleet, scope, components, known, now).with(observed, isBlind));
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
        List<MonitorId> before = known.monitors().entrySet().stream()
                .filter(each -> !known.groups().contains(each.getKey()))
                .filter(each -> !each.getValue().listedAt().isBefore(now.minus(INCOMPLETE_AT_MOST)))
                .map(Map.Entry::getKey)
                .toList();
        return 10 * before.stream().filter(present::contains).count() < 8L * before.size();
    }

    /** Every id that the operator named or an earlier run observed. */
    private Stream<MonitorId> expected(List<Component> components) {
        return Stream.of(
                        scope.only().stream(),
                        scope.critical().stream(),
                        scope.controls().stream(),
                        components.stream().flatMap(component -> component.monitors().stream()),
                        known.monitors().keySet().stream()
                                .filter(id -> !known.groups().contains(id)))
                .flatMap(Function.identity())
                .distinct();
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
                && controls.stream().allMatch(c -> c == MonitorClass.DOWN || c == MonitorClass.UNKNOWN);
    }
}
