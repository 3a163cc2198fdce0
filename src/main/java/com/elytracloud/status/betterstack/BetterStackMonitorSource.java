package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;
import org.jboss.logging.Logger;

import com.elytracloud.status.betterstack.MonitorPage.Entry;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

/** Reads the monitors of one team at Better Stack. The list has no uptime: that comes from our own ledger. */
@Singleton
@Identifier("BETTER_STACK")
record BetterStackMonitorSource(BetterStackClient client) implements MonitorSource {
    private static final Logger LOG = Logger.getLogger(BetterStackMonitorSource.class);

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        return client.monitors(now, deadline).then(BetterStackMonitorSource::fleet);
    }

    /** The monitors that are not paused, each once; an entry without a valid id counts as unreadable. */
    static Reading<MonitorFleet> fleet(List<Entry> entries) {
        Map<String, Entry> monitors = new LinkedHashMap<>();
        entries.stream()
                .filter(entry -> MonitorId.isValid(entry.id()))
                .forEach(entry -> monitors.merge(entry.id(), entry, Entry::mergedWith));
        int unreadable = (int)
                entries.stream().filter(entry -> !MonitorId.isValid(entry.id())).count();
        if (unreadable > 0) {
            LOG.warnf("Better Stack: %d monitors have no valid id", unreadable);
        }
        List<MonitorReading> readings = monitors.values().stream()
                .filter(entry -> !entry.isPaused())
                .map(Entry::reading)
                .toList();
        return readings.isEmpty() && unreadable == 0
                ? new Reading.Nothing<>()
                : new Reading.Found<>(new MonitorFleet(readings, unreadable, Instant.MIN));
    }
}
