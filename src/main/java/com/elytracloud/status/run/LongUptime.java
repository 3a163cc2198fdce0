package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;

/** Requests the source's own uptime of 7 to 90 days once for each monitor, a few in each run until all are known. */
final class LongUptime {
    private static final int PER_RUN = 5;
    private static final Duration LIMIT = Duration.ofSeconds(2);

    private LongUptime() {}

    /** The fleet with what a few monitors still lack; only a monitor that shows heartbeats is public at the source. */
    static Reading<MonitorFleet> add(
            Reading<MonitorFleet> read, MonitorSource source, KnownMonitors known, Instant now, Deadline deadline) {
        return read.then(fleet -> {
            Set<MonitorId> wanted = fleet.readings().stream()
                    .filter(reading -> !reading.beats().isEmpty() && !known.isGroup(reading.monitor()))
                    .map(MonitorReading::id)
                    .filter(id -> !known.seeds().containsKey(id))
                    .sorted()
                    .limit(PER_RUN)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Reading.Found<>(
                    fleet.with(wanted.isEmpty() ? Map.of() : source.longUptime(wanted, now, deadline.within(LIMIT))));
        });
    }
}
