package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Everything a source reported of its monitors in one answer, each id once.
 *
 * @param unreadable how many monitors it reported in a form that cannot be read
 * @param longUptime the source's own shares of longer spans, where they were requested in this run
 * @param startedAt when the source's process started; {@link Instant#MIN} if it does not report that
 */
public record MonitorFleet(
        List<MonitorReading> readings,
        int unreadable,
        Instant startedAt,
        Map<MonitorId, Map<Integer, BigDecimal>> longUptime) {
    /** @throws IllegalArgumentException if an id occurs twice, which the source's edge must settle, or a count is negative */
    public MonitorFleet {
        Objects.requireNonNull(startedAt, "startedAt");
        readings = List.copyOf(readings);
        longUptime = Map.copyOf(longUptime);
        if (unreadable < 0) {
            throw new IllegalArgumentException("unreadable is 0 or more, not " + unreadable);
        }
        if (readings.stream().map(MonitorReading::id).distinct().count() != readings.size()) {
            throw new IllegalArgumentException("a monitor id occurs twice in one fleet");
        }
    }

    /** A fleet of which every monitor could be read. */
    public MonitorFleet(List<MonitorReading> readings, Instant startedAt) {
        this(readings, 0, startedAt);
    }

    /** A fleet of which so many monitors could not be read. */
    public MonitorFleet(List<MonitorReading> readings, int unreadable, Instant startedAt) {
        this(readings, unreadable, startedAt, Map.of());
    }

    /** The same with shares of longer spans. */
    public MonitorFleet with(Map<MonitorId, Map<Integer, BigDecimal>> shares) {
        return new MonitorFleet(readings, unreadable, startedAt, shares);
    }
}
