package com.elytracloud.status.betterstack;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.SourceFigures;
import com.elytracloud.status.run.SourceFigures.Asked;

/**
 * Asks for the figures that are due, a few monitors side by side, the longest unasked first; what time does not allow
 * is left to the next run. Figures are never worth the states: whatever goes wrong here ends the round and nothing more.
 */
final class FigureRound {
    /** Two requests each: with 50 monitors in each of six runs, 300 are asked in an hour. */
    static final int MOST_MONITORS = 50;

    private static final Logger LOG = Logger.getLogger(FigureRound.class);
    private static final Duration LONGEST = Duration.ofSeconds(4);
    private static final int LANES = 4;

    private final BetterStackClient client;
    private final BoundedExecutor workers;
    private final SourceFigures kept;
    private final Instant now;
    private final Deadline deadline;
    private final Queue<WatchedMonitor> due = new ConcurrentLinkedQueue<>();
    private final Map<MonitorId, Asked> answers = new ConcurrentHashMap<>();
    private final AtomicReference<Failure> end = new AtomicReference<>();

    FigureRound(BetterStackClient client, BoundedExecutor workers, SourceFigures kept, Instant now, Deadline deadline) {
        this.client = client;
        this.workers = workers;
        this.kept = kept;
        this.now = now;
        this.deadline = deadline.within(LONGEST);
    }

    /** Asks, and gives what was answered in time. */
    SourceFigures ask(Collection<WatchedMonitor> monitors) {
        monitors.stream()
                .filter(monitor -> FigureAges.isDue(kept.of(monitor.id()), now))
                .filter(monitor -> !FigureAges.windows(monitor, now).isEmpty())
                .sorted(Comparator.comparing(this::lastAsked).thenComparing(WatchedMonitor::id))
                .limit(MOST_MONITORS)
                .forEach(due::add);
        List<Future<Void>> lanes = IntStream.range(0, Math.min(LANES, due.size()))
                .mapToObj(lane -> workers.start(this::lane))
                .toList();
        lanes.forEach(this::await);
        if (end.get() != null) {
            LOG.warnf("Better Stack's availability: no usable answer: %s", end.get());
        }
        return new SourceFigures(answers);
    }

    private Instant lastAsked(WatchedMonitor monitor) {
        return kept.of(monitor.id()).map(Asked::askedAt).orElse(Instant.MIN);
    }

    private Void lane() {
        WatchedMonitor monitor = due.poll();
        while (monitor != null && end.get() == null && !deadline.hasPassed()) {
            ask(monitor);
            monitor = due.poll();
        }
        return null;
    }

    private void ask(WatchedMonitor monitor) {
        Map<UptimeWindow, BigDecimal> shares = new EnumMap<>(UptimeWindow.class);
        for (UptimeWindow window : FigureAges.windows(monitor, now)) {
            Reading<BigDecimal> reading = client.availability(monitor.id(), window, now, deadline);
            boolean answered = reading.fold(
                    share -> {
                        shares.put(window, share);
                        return true;
                    },
                    () -> true,
                    failure -> concernsOnlyThis(failure, monitor));
            if (!answered) {
                return;
            }
        }
        answers.put(monitor.id(), new Asked(now, now, shares));
    }

    // A monitor that was deleted since the listing, or an answer about one that cannot be read, says nothing of the
    // others.
    private boolean concernsOnlyThis(Failure failure, WatchedMonitor monitor) {
        if (failure.reason() == Reason.NOT_FOUND || failure.reason() == Reason.UNREADABLE) {
            return true;
        }
        end.compareAndSet(null, failure);
        // Cut short by our own time it was hardly asked; otherwise it gets its hour like the others.
        if (!deadline.hasPassed()) {
            answers.put(
                    monitor.id(),
                    kept.of(monitor.id())
                            .map(before -> before.inVainAt(now))
                            .orElseGet(() -> new Asked(now, Instant.MIN, Map.of())));
        }
        return false;
    }

    private void await(Future<Void> lane) {
        try {
            BoundedExecutor.await(lane, deadline.remaining());
        } catch (TimeoutException e) {
            end.compareAndSet(null, new Failure(Reason.TIMED_OUT, "the rest is asked for in the next run"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            LOG.error("Better Stack's availability: reading failed", e);
        }
    }
}
