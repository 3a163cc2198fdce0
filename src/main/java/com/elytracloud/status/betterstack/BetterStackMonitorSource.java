package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.List;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.config.MonitoringService;
import com.elytracloud.status.config.Reads;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

/**
 * Reads the monitors of one team at Better Stack. Its listing has no uptime figures: those come from our own ledger.
 */
@Singleton
@Reads(MonitoringService.BETTER_STACK)
final class BetterStackMonitorSource implements MonitorSource {
    private static final Logger LOG = Logger.getLogger(BetterStackMonitorSource.class);

    private final BetterStackClient client;

    BetterStackMonitorSource(BetterStackClient client) {
        this.client = client;
    }

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        return client.monitors(now, deadline).then(BetterStackMonitorSource::fleet);
    }

    private static Reading<MonitorFleet> fleet(Listing listing) {
        if (listing.unreadable() > 0) {
            LOG.warnf("Better Stack: %d monitors have no id", listing.unreadable());
        }
        List<WatchedMonitor> watched = listing.monitors().stream()
                .filter(monitor -> !monitor.isPaused())
                .toList();
        if (!watched.isEmpty()) {
            return new Reading.Found<>(FleetTranslator.fleet(watched));
        }
        return listing.unreadable() > 0
                ? new Reading.Failed<>(new Failure(Reason.UNREADABLE, "no monitor has an id"))
                : new Reading.Nothing<>();
    }
}
