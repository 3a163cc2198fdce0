package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;

/**
 * How recent a monitor's heartbeats are, measured by the interval between them, because no source reports it.
 *
 * @param beats those with a time that can be true, oldest first
 * @param gaps between them, oldest first
 * @param isUndated whether the newest heartbeat, or every one, has no time that can be true
 * @param age of the newest; zero if there is none
 * @param interval zero if the heartbeats do not show it
 * @param sourceAge the age of the newest heartbeat of all monitors: until then the source was at work
 */
record BeatFreshness(
        List<Heartbeat> beats,
        List<Duration> gaps,
        boolean isUndated,
        Duration age,
        Duration interval,
        Duration sourceAge) {
    private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(5);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final Duration LONG = Duration.ofHours(2);
    private static final int MISSED_BEATS = 3;
    /** So many gaps show a habit; fewer pushes may have been sent by hand when the monitor was set up. */
    private static final int HABIT = 10;
    /** The longest new interval that is believed: the heartbeats of others rarely reach further back. */
    private static final Duration LONGEST_CHANGE = Duration.ofMinutes(90);

    /** That of each monitor of one source. */
    static Map<MonitorId, BeatFreshness> of(Collection<MonitorReading> readings, Instant now) {
        Map<MonitorId, BeatFreshness> all = new HashMap<>();
        readings.forEach(reading -> all.put(reading.id(), of(reading, now)));
        List<BeatFreshness> beating =
                all.values().stream().filter(each -> !each.beats.isEmpty()).toList();
        Duration sourceAge = beating.stream()
                .map(BeatFreshness::age)
                .min(Duration::compareTo)
                .orElse(Duration.ZERO);
        all.replaceAll((id, each) -> each.among(beating, sourceAge));
        return all;
    }

    private static BeatFreshness of(MonitorReading reading, Instant now) {
        List<Heartbeat> all = reading.beats();
        List<Heartbeat> beats = all.stream()
                .filter(beat -> !isUndated(beat) && !beat.at().isAfter(now.plus(CLOCK_TOLERANCE)))
                .toList();
        // A monitor is checked at its retry interval while it is pending: those gaps do not show its interval.
        List<Duration> gaps = IntStream.range(1, beats.size())
                .filter(i -> beats.get(i - 1).state() != Monitor.State.PENDING)
                .mapToObj(i ->
                        Duration.between(beats.get(i - 1).at(), beats.get(i).at()))
                .toList();
        return new BeatFreshness(
                beats,
                gaps,
                !all.isEmpty() && (beats.isEmpty() || isUndated(last(all))),
                beats.isEmpty() ? Duration.ZERO : Duration.between(last(beats).at(), now),
                interval(gaps, reading.monitor().kind()),
                Duration.ZERO);
    }

    // A job reports when it has run, at no even interval; the source itself reports a push that is missing.
    private static Duration interval(List<Duration> gaps, Monitor.Kind kind) {
        List<Duration> sorted = gaps.stream().sorted().toList();
        if (kind == Monitor.Kind.PUSH) {
            return sorted.size() < HABIT ? Duration.ZERO : sorted.get(sorted.size() - 1);
        }
        return sorted.isEmpty() ? Duration.ZERO : sorted.get(sorted.size() / 2);
    }

    // An interval that was made longer is that of the last three gaps if they are alike, and if the heartbeats of
    // another monitor show that the source did not stand still.
    private BeatFreshness among(List<BeatFreshness> others, Duration newest) {
        Duration slower = shortestOf(3);
        boolean isChanged = !interval.isZero()
                && slower.compareTo(interval) > 0
                && slower.compareTo(LONGEST_CHANGE) <= 0
                && gaps.stream()
                        .skip(gaps.size() - 3L)
                        .allMatch(gap -> gap.multipliedBy(4).compareTo(slower.multipliedBy(5)) <= 0)
                && others.stream().anyMatch(other -> other.isAtLeastTwiceAsFastAs(slower));
        return new BeatFreshness(beats, gaps, isUndated, age, isChanged ? slower : interval, newest);
    }

    private boolean isAtLeastTwiceAsFastAs(Duration slower) {
        return gaps.size() >= HABIT
                && isFresh()
                && Collections.max(gaps).multipliedBy(2).compareTo(slower) <= 0;
    }

    boolean isFresh() {
        return !beats.isEmpty() && !isStale();
    }

    /** Whether the newest heartbeat is too old for the interval; never where the interval is not known. */
    boolean isStale() {
        return isUndated || isOlderThan(limit(interval));
    }

    /** Whether it has been stale for so long that no recent pause explains it. */
    boolean isStaleForLong() {
        return isStaleFor(LONG);
    }

    /** Whether the source went on with others for long; one that stands still has paused nothing. */
    boolean isPaused() {
        return isStaleFor(LONG) && isStaleFor(sourceAge);
    }

    // Where the last two gaps are long, the next one may be as well.
    private boolean isStaleFor(Duration longer) {
        return isOlderThan(
                limit(Collections.max(List.of(interval, shortestOf(2)))).plus(longer));
    }

    private boolean isOlderThan(Duration limit) {
        return !interval.isZero() && age.compareTo(limit) > 0;
    }

    private Duration shortestOf(int last) {
        return gaps.size() < last ? Duration.ZERO : Collections.min(gaps.subList(gaps.size() - last, gaps.size()));
    }

    Monitor.State newest() {
        return beats.isEmpty() ? Monitor.State.UNRECOGNISED : last(beats).state();
    }

    String text() {
        return isUndated
                ? "no heartbeat of the status page has a readable time"
                : "newest heartbeat %s old, interval %s"
                        .formatted(text(age), interval.isZero() ? "not known" : text(interval));
    }

    private static Duration limit(Duration interval) {
        return Collections.max(List.of(interval.multipliedBy(MISSED_BEATS), SHORTEST_LIMIT));
    }

    private static boolean isUndated(Heartbeat beat) {
        return beat.at().equals(Heartbeat.UNDATED);
    }

    private static Heartbeat last(List<Heartbeat> beats) {
        return beats.get(beats.size() - 1);
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
