package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorState;

/** The class of each monitor that the source reported, by its state and its heartbeats; the first rule that holds decides. */
final class ReadingClassifier {
    private static final Duration PENDING_AT_MOST = Duration.ofMinutes(25);
    private static final Duration STALE_AT_MOST = Duration.ofHours(2);

    private final List<MonitorReading> readings;
    private final Map<MonitorId, BeatFreshness> freshness;
    private final KnownMonitors known;
    private final Instant now;
    /** Whether the source lists its monitors; without a list their heartbeats are all there is. */
    private final boolean isList;

    /** The age of the newest heartbeat of all: until then the source was at work. */
    private final Duration sinceLastBeat;

    ReadingClassifier(List<MonitorReading> readings, KnownMonitors known, Instant now) {
        this.readings = readings;
        Map<MonitorId, BeatFreshness> alone = readings.stream()
                .collect(Collectors.toMap(MonitorReading::id, reading -> BeatFreshness.of(reading, now)));
        this.freshness = alone.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, each -> each.getValue()
                .among(alone.values())));
        this.known = known;
        this.now = now;
        this.isList = readings.stream().anyMatch(MonitorReading::listed);
        this.sinceLastBeat = freshness.values().stream()
                .filter(each -> !each.beats().isEmpty())
                .map(BeatFreshness::age)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    /** Without the monitors of which the source reports nothing that could be evidence. */
    Map<MonitorId, Observation> observations() {
        Map<MonitorId, Observation> observed = new HashMap<>();
        for (MonitorReading reading : readings) {
            BeatFreshness beats = freshness.get(reading.id());
            if (reading.listed()) {
                observed.put(reading.id(), listed(reading, beats));
            } else if (beats.isFresh() || !(isList || reading.beats().isEmpty())) {
                observed.put(reading.id(), onPage(reading, beats));
            }
        }
        return observed;
    }

    // A monitor that is listed as down stays down however old its heartbeats are: it must not expire into green.
    private Observation listed(MonitorReading reading, BeatFreshness beats) {
        return switch (reading.state()) {
            case UNRECOGNISED ->
                beats.isFresh()
                        ? byState(reading.id(), beats.newest())
                        : Observation.unknown(now, "its state in the list cannot be read, or contradicts itself");
            case UP ->
                beats.isStale() ? Observation.unknown(now, beats.text()) : byState(reading.id(), MonitorState.UP);
            case DOWN, MAINTENANCE, PENDING -> byState(reading.id(), reading.state());
        };
    }

    private Observation onPage(MonitorReading reading, BeatFreshness beats) {
        if (beats.isFresh()) {
            return byState(reading.id(), beats.newest());
        }
        // Paused only if the source went on with others; one that stands still has paused nothing.
        if (beats.isStaleFor(STALE_AT_MOST) && beats.isStaleFor(sinceLastBeat)) {
            return Observation.notMonitored(now.minus(beats.age()), beats.text() + ": paused");
        }
        return beats.newest() == MonitorState.DOWN && !beats.isStaleFor(STALE_AT_MOST)
                ? Observation.of(MonitorClass.DOWN, now, "down, " + beats.text())
                : Observation.unknown(now, beats.text());
    }

    private Observation byState(MonitorId id, MonitorState state) {
        return switch (state) {
            case UP -> Observation.of(MonitorClass.UP, now, "up");
            case DOWN -> Observation.of(MonitorClass.DOWN, now, "down");
            case MAINTENANCE -> Observation.of(MonitorClass.MAINTENANCE, now, "in maintenance");
            case PENDING -> pending(id);
            case UNRECOGNISED -> Observation.unknown(now, "its newest heartbeat cannot be read");
        };
    }

    // Keeps the time of the first observation, so that carrying over cannot prolong itself.
    private Observation pending(MonitorId id) {
        return known.of(id)
                .filter(before -> isUpOrDown(before) && !before.observedAt().isBefore(now.minus(PENDING_AT_MOST)))
                .map(before -> Observation.of(
                        before.monitorClass(), before.observedAt(), "pending, as before: " + word(before)))
                .orElseGet(() -> Observation.unknown(now, "pending, and neither up nor down in the last 25 minutes"));
    }

    private static boolean isUpOrDown(KnownMonitor before) {
        return before.monitorClass() == MonitorClass.UP || before.monitorClass() == MonitorClass.DOWN;
    }

    private static String word(KnownMonitor before) {
        return before.monitorClass() == MonitorClass.UP ? "up" : "down";
    }
}
