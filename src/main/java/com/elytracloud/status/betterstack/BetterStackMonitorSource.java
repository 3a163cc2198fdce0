package com.elytracloud.status.betterstack;

import java.time.Instant;

import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;
import org.jboss.logging.Logger;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

/** Reads the monitors of one team at Better Stack. The list has no uptime: that comes from our own ledger. */
@Singleton
@Identifier("BETTER_STACK")
final class BetterStackMonitorSource implements MonitorSource {
    private static final Logger LOG = Logger.getLogger(BetterStackMonitorSource.class);

    private final BetterStackClient client;

    BetterStackMonitorSource(BetterStackClient client) {
        this.client = client;
    }

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        return client.monitors(now, deadline).then(entries -> reading(MonitorTranslator.fleet(entries)));
    }

    private static Reading<MonitorFleet> reading(MonitorFleet fleet) {
        if (fleet.unreadable() > 0) {
            LOG.warnf("Better Stack: %d monitors have no valid id", fleet.unreadable());
        }
        return fleet.readings().isEmpty() && fleet.unreadable() == 0
                ? new Reading.Nothing<>()
                : new Reading.Found<>(fleet);
    }
}
