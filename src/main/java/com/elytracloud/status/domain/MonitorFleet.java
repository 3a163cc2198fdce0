package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Everything a source reported of its monitors in one answer, each id once.
 *
 * @param unreadable how many monitors it reported in a form that cannot be read
 * @param longUptime the source's own shares of longer spans, where they were requested in this run
 * @param startedAt when the source's process started; {@link Instant#MIN} if it does not report that
 * @param page its public status page
 */
public record MonitorFleet(
        List<MonitorReading> readings,
        int unreadable,
        Instant startedAt,
        Map<MonitorId, Map<Integer, BigDecimal>> longUptime,
        SourcePage page) {
    private static final int SHORTEST_NAME = 3;

    /** Of a source that did not answer. */
    public static final MonitorFleet NONE = new MonitorFleet(List.of(), 0, Instant.MIN);

    public MonitorFleet {
        readings = List.copyOf(readings);
        longUptime = Map.copyOf(longUptime);
    }

    /** A fleet without a status page. */
    public MonitorFleet(List<MonitorReading> readings, int unreadable, Instant startedAt) {
        this(readings, unreadable, startedAt, Map.of(), SourcePage.NONE);
    }

    public MonitorFleet with(Map<MonitorId, Map<Integer, BigDecimal>> shares) {
        return new MonitorFleet(readings, unreadable, startedAt, shares, page);
    }

    public MonitorFleet with(SourcePage found) {
        return new MonitorFleet(readings, unreadable, startedAt, longUptime, found);
    }

    /** The monitors whose names stand in a text as words of their own, for the operator. */
    public List<String> namedIn(String text) {
        return readings.stream()
                .map(MonitorReading::monitor)
                .filter(monitor -> contains(text, monitor.name().strip()))
                .map(Monitor::label)
                .toList();
    }

    private static boolean contains(String text, String name) {
        return name.length() >= SHORTEST_NAME
                && Pattern.compile("(?iu)(?<![\\p{L}\\p{N}])" + Pattern.quote(name) + "(?![\\p{L}\\p{N}])")
                        .matcher(text)
                        .find();
    }
}
