package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import com.elytracloud.status.domain.Heartbeat;

/** Whether a monitor's heartbeats are recent enough to speak for now. */
final class Freshness {
    private static final Duration SHORTEST_LIMIT = Duration.ofMinutes(5);
    private static final Duration CLOCK_TOLERANCE = Duration.ofMinutes(2);
    private static final int MISSED_BEATS = 3;

    private Freshness() {}

    /** Whether there are heartbeats and the newest is too old, or from the future. */
    static boolean isStale(List<Heartbeat> beats, Instant now) {
        if (beats.isEmpty()) {
            return false;
        }
        Instant newest = beats.get(beats.size() - 1).at();
        return newest.isBefore(now.minus(limit(beats))) || newest.isAfter(now.plus(CLOCK_TOLERANCE));
    }

    private static Duration limit(List<Heartbeat> beats) {
        Duration limit = usualInterval(beats).multipliedBy(MISSED_BEATS);
        return limit.compareTo(SHORTEST_LIMIT) > 0 ? limit : SHORTEST_LIMIT;
    }

    // No source tells the interval; the median of the gaps is not moved by a retry or by a single outage of the source.
    private static Duration usualInterval(List<Heartbeat> beats) {
        List<Duration> gaps = IntStream.range(1, beats.size())
                .mapToObj(i ->
                        Duration.between(beats.get(i - 1).at(), beats.get(i).at()))
                .sorted()
                .toList();
        return gaps.isEmpty() ? Duration.ZERO : gaps.get(gaps.size() / 2);
    }
}
