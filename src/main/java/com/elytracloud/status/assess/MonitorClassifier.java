package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.ClassedFleet;
import com.elytracloud.status.domain.ClassedMonitor;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.MonitorMemory.Remembered;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;

/** Gives each monitor one class, and says which monitors count. */
public final class MonitorClassifier {
    private static final Duration PENDING_BRIDGE = Duration.ofMinutes(25);
    private static final Duration RESTART_BRIDGE = Duration.ofMinutes(30);

    private final MonitorFleet fleet;
    private final Map<MonitorId, MonitorReading> readings;
    private final MonitorScope scope;
    private final MonitorMemory memory;
    private final Instant now;
    private final RestartGrace grace;

    private MonitorClassifier(MonitorFleet fleet, MonitorScope scope, MonitorMemory memory, Instant now) {
        this.fleet = fleet;
        this.readings = fleet.readings().stream().collect(Collectors.toMap(MonitorReading::id, Function.identity()));
        this.scope = scope;
        this.memory = memory;
        this.now = now;
        this.grace = RestartGrace.of(fleet, memory, now);
    }

    /**
     * Classes a whole fleet.
     *
     * @param components their monitors are classed too, whether or not the platform is judged by them
     * @param memory what the previous run made of the monitors; {@link MonitorMemory#NONE} on a first run
     * @return failed if the source restarted and cannot be taken as complete
     */
    public static Reading<ClassedFleet> classify(
            MonitorFleet fleet, MonitorScope scope, List<Component> components, MonitorMemory memory, Instant now) {
        return new MonitorClassifier(fleet, scope, memory, now).classify(components);
    }

    private Reading<ClassedFleet> classify(List<Component> components) {
        if (grace == RestartGrace.INCOMPLETE || (grace == RestartGrace.FILLING && nothingTellsWhatIsMissing())) {
            return new Reading.Failed<>(new Failure(
                    Failure.Reason.NOT_READY,
                    "RESTARTING: the source started at %s and lists %d monitors so far"
                            .formatted(fleet.startedAt(), readings.size())));
        }
        Map<MonitorId, Remembered> classes = new HashMap<>();
        readings.forEach((id, reading) -> classes.put(id, observe(reading)));
        expectedBack().forEach(id -> classes.put(id, carried(id, RESTART_BRIDGE)));
        Set<MonitorId> ofTheSource = Set.copyOf(classes.keySet());
        named(components).forEach(id -> classes.putIfAbsent(id, unknown()));
        if (hasLostItsNetwork(classes)) {
            classes.replaceAll((id, any) -> unknown());
        }
        Map<MonitorId, Remembered> memorable = new HashMap<>(classes);
        memorable.keySet().retainAll(ofTheSource);
        return new Reading.Found<>(
                new ClassedFleet(weighed(classes), scope(ofTheSource), new MonitorMemory(memorable)));
    }

    private boolean nothingTellsWhatIsMissing() {
        return scope.isEverything() && memory.monitors().isEmpty();
    }

    private Remembered observe(MonitorReading reading) {
        if (Freshness.isStale(reading.beats(), now)) {
            return unknown();
        }
        return switch (reading.state()) {
            case UP -> new Remembered(MonitorClass.UP, now);
            case DOWN -> new Remembered(MonitorClass.DOWN, now);
            case MAINTENANCE -> new Remembered(MonitorClass.MAINTENANCE, now);
            case PENDING -> bridged(reading.id());
            case UNRECOGNISED -> unknown();
        };
    }

    private Remembered bridged(MonitorId id) {
        Remembered before = carried(id, PENDING_BRIDGE);
        return before.monitorClass() == MonitorClass.MAINTENANCE ? unknown() : before;
    }

    // Keeps the time of the first sight, so that carrying over cannot prolong itself.
    private Remembered carried(MonitorId id, Duration atMost) {
        return memory.of(id)
                .filter(remembered -> !remembered.observedAt().isBefore(now.minus(atMost)))
                .orElseGet(this::unknown);
    }

    private Remembered unknown() {
        return new Remembered(MonitorClass.UNKNOWN, now);
    }

    private Set<MonitorId> expectedBack() {
        if (grace != RestartGrace.FILLING) {
            return Set.of();
        }
        Set<MonitorId> missing = new HashSet<>(memory.monitors().keySet());
        missing.removeAll(readings.keySet());
        return missing;
    }

    private Stream<MonitorId> named(List<Component> components) {
        return Stream.concat(
                Stream.of(scope.only(), scope.critical(), scope.controls()).flatMap(Set::stream),
                components.stream().flatMap(component -> component.monitors().stream()));
    }

    // Well-known outside targets that all fail at once mean that the source cannot see, not that the world is down.
    private boolean hasLostItsNetwork(Map<MonitorId, Remembered> classes) {
        return !scope.controls().isEmpty()
                && scope.controls().stream()
                        .map(id -> classes.get(id).monitorClass())
                        .allMatch(c -> c == MonitorClass.DOWN || c == MonitorClass.UNKNOWN);
    }

    private Set<MonitorId> scope(Set<MonitorId> ofTheSource) {
        Set<MonitorId> counted = new HashSet<>(scope.isEverything() ? ofTheSource : scope.only());
        counted.addAll(scope.critical());
        counted.removeAll(scope.controls());
        counted.removeIf(this::mustNotCount);
        return counted;
    }

    private boolean mustNotCount(MonitorId id) {
        MonitorReading reading = readings.get(id);
        return reading != null
                && (isGroupNobodyNamed(reading) || OwnSite.isWatchedBy(reading.monitor(), scope.ownSite()));
    }

    private boolean isGroupNobodyNamed(MonitorReading reading) {
        return reading.monitor().kind() == MonitorKind.GROUP && !scope.names(reading.id());
    }

    private Map<MonitorId, ClassedMonitor> weighed(Map<MonitorId, Remembered> classes) {
        Map<MonitorId, ClassedMonitor> monitors = new HashMap<>();
        classes.forEach((id, remembered) -> monitors.put(
                id,
                new ClassedMonitor(
                        id,
                        remembered.monitorClass(),
                        scope.weightOf(id),
                        scope.critical().contains(id),
                        readings.containsKey(id) ? readings.get(id).uptime() : Map.of())));
        return monitors;
    }
}
