package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * Everything a source said of its monitors in one answer, each id once.
 *
 * @param startedAt when the source's process started; {@link Instant#MIN} if it does not tell
 */
public record MonitorFleet(List<MonitorReading> readings, Instant startedAt) {
    /** @throws IllegalArgumentException if an id stands twice: the source's edge must settle that */
    public MonitorFleet {
        Objects.requireNonNull(startedAt, "startedAt");
        readings = List.copyOf(readings);
        if (readings.stream().map(MonitorReading::id).distinct().count() != readings.size()) {
            throw new IllegalArgumentException("a monitor id stands twice in one fleet");
        }
    }
}
