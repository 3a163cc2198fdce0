package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
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
    /** So many gaps in a row that are alike are an interval; fewer may be pauses. */
    private static final int GAPS_OF_AN_INTERVAL = 3;
    /** The longest new interval that is believed if no other monitor's heartbeats reach back to its first. */
    private static final Duration LONGEST_WITHOUT_WITNESS = Duration.ofMinutes(90);

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
        return isUndated || isOlderThan(limit(interval));
    }

    /**
     * Whether it has been stale for so long that no recent pause explains it: where the last two gaps are long, the
     * next one may be as well.
     */
    boolean isStaleFor(Duration longer) {
        return isOlderThan(limit(longer(interval, shortestOf(2))).plus(longer));
    }

    private boolean isOlderThan(Duration limit) {
        return !interval.isZero() && age.compareTo(limit) > 0;
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

    private static Duration limit(Duration interval) {
        return longer(interval.multipliedBy(MISSED_BEATS), SHORTEST_LIMIT);
    }

    private static Duration interval(List<Heartbeat> beats, MonitorKind kind) {
        List<Duration> sorted = gaps(beats).stream().sorted().toList();
        return kind == MonitorKind.PUSH ? ofPushes(sorted) : median(sorted);
    }

    // A monitor is checked at its retry interval while it is pending: those gaps do not show its interval.
    private static List<Duration> gaps(List<Heartbeat> beats) {
        return IntStream.range(1, beats.size())
                .filter(i -> beats.get(i - 1).state() != MonitorState.PENDING)
                .mapToObj(i -> gapBefore(i, beats))
                .toList();
    }

    private static Duration gapBefore(int i, List<Heartbeat> beats) {
        return Duration.between(beats.get(i - 1).at(), beats.get(i).at());
    }

    /**
     * The same by the interval that the monitor has now, if that was made longer and the median does not show it yet.
     * Another monitor has to show that this one became slower, and not that the source stood still.
     *
     * @param page the monitors of the same source
     */
    BeatFreshness among(Collection<BeatFreshness> page) {
        Duration slower = isStale() && !isUndated ? slower() : Duration.ZERO;
        return slower.compareTo(interval) > 0 && page.stream().anyMatch(other -> other.isWitnessOf(slower, newestAt()))
                ? new BeatFreshness(beats, false, age, slower)
                : this;
    }

    // Zero if the last gaps differ by more than a quarter.
    private Duration slower() {
        Duration shortest = shortestOf(GAPS_OF_AN_INTERVAL);
        List<Duration> gaps = gaps(beats);
        return gaps.stream()
                        .skip(Math.max(0, gaps.size() - GAPS_OF_AN_INTERVAL))
                        .allMatch(gap -> gap.multipliedBy(4).compareTo(shortest.multipliedBy(5)) <= 0)
                ? shortest
                : Duration.ZERO;
    }

    private Duration shortestOf(int last) {
        List<Duration> gaps = gaps(beats);
        return gaps.size() < last ? Duration.ZERO : Collections.min(gaps.subList(gaps.size() - last, gaps.size()));
    }

    // It beat at least twice as often since the other became slower, as far as its heartbeats reach back.
    private boolean isWitnessOf(Duration slower, Instant newest) {
        if (beats.size() <= GAPS_OF_A_HABIT || isLongerThanHalf(age, slower)) {
            return false;
        }
        Instant since = newest.minus(slower.multipliedBy(GAPS_OF_AN_INTERVAL));
        boolean reachesBack = !beats.get(0).at().isAfter(since);
        return (reachesBack || slower.compareTo(LONGEST_WITHOUT_WITNESS) <= 0)
                && IntStream.range(1, beats.size())
                        .filter(i -> beats.get(i).at().isAfter(since))
                        .noneMatch(i -> isLongerThanHalf(gapBefore(i, beats), slower));
    }

    private static boolean isLongerThanHalf(Duration gap, Duration whole) {
        return gap.multipliedBy(2).compareTo(whole) > 0;
    }

    private Instant newestAt() {
        return beats.get(beats.size() - 1).at();
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
