package com.elytracloud.status.betterstack;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.config.MonitoringService;
import com.elytracloud.status.config.Reads;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.FigureStore;
import com.elytracloud.status.run.FigureStore.Kept;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.run.SourceFigures;

/**
 * Reads the monitors of one team at Better Stack.
 *
 * <p>The listing decides. Uptime is told by monitor and window only: it is asked for once an hour, for the monitors that
 * count, and kept from run to run; without it the reading is as good as without any.
 */
@Singleton
@Reads(MonitoringService.BETTER_STACK)
final class BetterStackMonitorSource implements MonitorSource {
    private static final Logger LOG = Logger.getLogger(BetterStackMonitorSource.class);
    private static final Duration OPENING = Duration.ofSeconds(3);
    /** For the states to be told though no figure ever comes. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final BetterStackClient client;
    private final FigureStore store;
    private final MonitorScope scope;
    private final BoundedExecutor workers;
    /** What this process knows, for a store that does not answer must not make us ask every time. */
    private final AtomicReference<SourceFigures> known = new AtomicReference<>(SourceFigures.NONE);

    private final AtomicReference<SourceFigures> unkept = new AtomicReference<>();

    BetterStackMonitorSource(BetterStackClient client, FigureStore store, MonitorScope scope, BoundedExecutor workers) {
        this.client = client;
        this.store = store;
        this.scope = scope;
        this.workers = workers;
    }

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        Deadline opening = deadline.within(OPENING);
        Future<Kept> opened = workers.start(() -> store.read(opening));
        try {
            return client.monitors(now, deadline).then(listing -> fleet(listing, opened, now, deadline));
        } finally {
            opened.cancel(true);
        }
    }

    @Override
    public String remember(Deadline deadline) {
        SourceFigures figures = unkept.getAndSet(null);
        if (figures == null) {
            return "";
        }
        String remark = store.write(figures, deadline);
        if (!remark.isEmpty()) {
            unkept.compareAndSet(null, figures);
        }
        return remark;
    }

    private Reading<MonitorFleet> fleet(Listing listing, Future<Kept> opened, Instant now, Deadline deadline) {
        if (listing.unreadable() > 0) {
            LOG.warnf("Better Stack: %d monitors tell no id", listing.unreadable());
        }
        List<WatchedMonitor> watched = listing.monitors().stream()
                .filter(monitor -> !monitor.isPaused())
                .toList();
        if (watched.isEmpty()) {
            return listing.unreadable() > 0
                    ? new Reading.Failed<>(new Failure(Reason.UNREADABLE, "no monitor tells its id"))
                    : new Reading.Nothing<>();
        }
        Deadline asking = deadline.keeping(LAST_WORD);
        SourceFigures figures = figures(watched, known.get().with(kept(opened, asking)), now, asking);
        return new Reading.Found<>(FleetTranslator.fleet(watched, figures, now));
    }

    private SourceFigures figures(
            Collection<WatchedMonitor> watched, SourceFigures kept, Instant now, Deadline deadline) {
        SourceFigures asked = new FigureRound(client, workers, kept, now, deadline)
                .ask(watched.stream()
                        .filter(monitor -> scope.isEverything() || scope.names(monitor.id()))
                        .toList());
        SourceFigures all =
                kept.with(asked).only(watched.stream().map(WatchedMonitor::id).collect(Collectors.toSet()));
        known.set(all);
        if (!asked.monitors().isEmpty()) {
            unkept.set(all);
        }
        return all;
    }

    private static SourceFigures kept(Future<Kept> opened, Deadline deadline) {
        try {
            Kept kept = BoundedExecutor.await(opened, deadline.atMost(OPENING));
            if (!kept.remark().isEmpty()) {
                LOG.warn(kept.remark());
            }
            return kept.figures();
        } catch (TimeoutException e) {
            LOG.warn("the source's figures could not be read in time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("the source's figures could not be read", e);
        }
        return SourceFigures.NONE;
    }
}
