package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorState;

/**
 * How recent a monitor's heartbeats are, measured by the interval between them, because no source reports it.
 *
 * @param beats those with a time that can be true, oldest first
 * @param isUndated whether the newest heartbeat, or every one, has no time that can be true
 * @param age of the newest; zero if there is none
 * @param interval zero if the heartbeats do not show it
 */
record BeatFreshness(List<Heartbeat> beats, boolean isUndated, Duration age, Duration interval) {
    private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(5);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final int MISSED_BEATS = 3;
    /** So many pushes show a habit; fewer may have been sent by hand when the monitor was set up. */
    private static final int GAPS_OF_A_HABIT = 10;

    static BeatFreshness of(MonitorReading reading, Instant now) {
        List<Heartbeat> beats = reading.beats().stream()
                .filter(beat -> !isUndated(beat) && !beat.at().isAfter(now.plus(CLOCK_TOLERANCE)))
                .toList();
        boolean isUndated = !reading.beats().isEmpty() && (beats.isEmpty() || isUndated(newest(reading)));
        Duration age = beats.isEmpty()
                ? Duration.ZERO
                : Duration.between(beats.get(beats.size() - 1).at(), now);
        return new BeatFreshness(
                beats, isUndated, age, interval(beats, reading.monitor().kind()));
    }

    private static Heartbeat newest(MonitorReading reading) {
        return reading.beats().get(reading.beats().size() - 1);
    }

    private static boolean isUndated(Heartbeat beat) {
        return beat.at().equals(Heartbeat.UNDATED);
    }

    boolean isFresh() {
        return !beats.isEmpty() && !isStale();
    }

    /** Whether the newest heartbeat is too old for the interval; never where the interval is not known. */
    boolean isStale() {
        return isUndated || isStaleFor(Duration.ZERO);
    }

    boolean isStaleFor(Duration longer) {
        return !interval.isZero() && age.compareTo(limit().plus(longer)) > 0;
    }

    MonitorState newest() {
        return beats.isEmpty()
                ? MonitorState.UNRECOGNISED
                : beats.get(beats.size() - 1).state();
    }

    String text() {
        if (isUndated) {
            return "no heartbeat of the status page has a readable time";
        }
        String known = interval.isZero() ? "not known" : text(interval);
        return "newest heartbeat %s old, interval %s".formatted(text(age), known);
    }

    private Duration limit() {
        return longer(interval.multipliedBy(MISSED_BEATS), SHORTEST_LIMIT);
    }

    // A monitor is checked at its retry interval while it is pending: those gaps do not show its interval.
    private static Duration interval(List<Heartbeat> beats, MonitorKind kind) {
        List<Duration> gaps = IntStream.range(1, beats.size())
                .filter(i -> beats.get(i - 1).state() != MonitorState.PENDING)
                .mapToObj(i ->
                        Duration.between(beats.get(i - 1).at(), beats.get(i).at()))
                .toList();
        List<Duration> sorted = gaps.stream().sorted().toList();
        return kind == MonitorKind.PUSH ? ofPushes(sorted) : longer(median(sorted), latest(gaps));
    }

    // Two long gaps in a row are an interval that was made longer; a single one may be a pause.
    private static Duration latest(List<Duration> gaps) {
        return gaps.size() < 2 ? Duration.ZERO : Collections.min(gaps.subList(gaps.size() - 2, gaps.size()));
    }

    private static Duration longer(Duration one, Duration other) {
        return one.compareTo(other) > 0 ? one : other;
    }

    private static Duration median(List<Duration> gaps) {
        return gaps.isEmpty() ? Duration.ZERO : gaps.get(gaps.size() / 2);
    }

    // A job reports when it has run, at no even interval; the source itself reports a push that is missing.
    private static Duration ofPushes(List<Duration> gaps) {
        return gaps.size() < GAPS_OF_A_HABIT ? Duration.ZERO : gaps.get(gaps.size() - 1);
    }

    /** A duration for people, such as {@code 20 s}, {@code 14 min}, {@code 3 h} or {@code 2 d}; truncated. */
    static String text(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return duration.toMinutes() + " min";
        }
        return duration.compareTo(Duration.ofDays(2)) < 0 ? duration.toHours() + " h" : duration.toDays() + " d";
    }
}
