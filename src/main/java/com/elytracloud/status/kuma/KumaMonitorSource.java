package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Future;

import jakarta.inject.Singleton;

import io.smallrye.common.annotation.Identifier;
import org.jboss.logging.Logger;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

/**
 * Reads the monitors of one Uptime Kuma.
 *
 * <p>With an API key, {@code /metrics} decides: it lists every monitor. If it fails, the reading fails, because a
 * status page shows only the monitors that someone put on it. The page adds heartbeats and the data of push monitors.
 * It is the source itself if there is no API key, or if Kuma 1 reports no ids.
 */
@Singleton
@Identifier("UPTIME_KUMA")
record KumaMonitorSource(KumaConfig config, KumaClient client, BoundedExecutor executor) implements MonitorSource {
    private static final Logger LOG = Logger.getLogger(KumaMonitorSource.class);

    private static final Duration FILLING = Duration.ofMinutes(5);
    /** Reserved so that the metrics are reported even if the status page never answers. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        if (config.statusPage().isEmpty()) {
            return client.metrics(now, deadline)
                    .then(metrics -> fleet(metrics, new Reading.Nothing<>(), SourcePage.NONE, now));
        }
        Deadline beside = deadline.keeping(LAST_WORD);
        Future<Reading<SourcePage>> page = executor.start(() -> client.statusPage(now, beside));
        Future<Reading<HeartbeatPage>> heartbeats = executor.start(() -> client.heartbeats(now, beside));
        try {
            return config.apiKey().isEmpty()
                    ? await(heartbeats, deadline)
                            .then(found -> new Reading.Found<>(Metrics.NONE.fleet(found, kinds(page, beside))))
                    : client.metrics(now, deadline)
                            .then(metrics -> fleet(metrics, await(heartbeats, beside), kinds(page, beside), now));
        } finally {
            heartbeats.cancel(true);
            page.cancel(true);
        }
    }

    @Override
    public Map<MonitorId, Map<Integer, BigDecimal>> longUptime(Set<MonitorId> wanted, Instant now, Deadline deadline) {
        Map<MonitorId, Future<Reading<Map<Integer, BigDecimal>>>> started = new LinkedHashMap<>();
        if (!config.statusPage().isEmpty()) {
            wanted.forEach(id -> started.put(id, executor.start(() -> client.longUptime(id, now, deadline))));
        }
        Map<MonitorId, Map<Integer, BigDecimal>> shares = new HashMap<>();
        started.forEach((id, badges) ->
                await(badges, deadline).fold(found -> shares.put(id, found), () -> null, failure -> null));
        return shares;
    }

    private static Reading<MonitorFleet> fleet(
            Metrics metrics, Reading<HeartbeatPage> heartbeats, SourcePage page, Instant now) {
        logUnusable(metrics);
        if (!metrics.monitors().isEmpty()) {
            // Without the page there are no beats and no uptime of push monitors; the states are there all the same.
            HeartbeatPage beats = orElse(heartbeats, HeartbeatPage.NONE, "no usable answer");
            List<MonitorId> missing = beats.missingFrom(metrics, now);
            if (!missing.isEmpty()) {
                LOG.warnf(
                        "Uptime Kuma: monitors %s are checked but missing from /metrics; restart Uptime Kuma", missing);
            }
            return new Reading.Found<>(metrics.fleet(beats, page));
        }
        if (metrics.nameless() > 0) {
            String noIds = "Uptime Kuma %s has no monitor ids".formatted(metrics.version());
            return heartbeats.fold(
                    found -> new Reading.Found<>(metrics.fleet(found, page)),
                    () -> Reading.failed(Reason.NOT_SUPPORTED, noIds),
                    Reading.Failed::new);
        }
        if (metrics.unreadable() > 0) {
            return Reading.failed(Reason.UNREADABLE, "no status line can be read");
        }
        String restarting = "Uptime Kuma started at %s and lists no monitor yet (RESTARTING)";
        return metrics.startedAt().isAfter(now.minus(FILLING))
                ? Reading.failed(Reason.NOT_READY, restarting.formatted(metrics.startedAt()))
                : new Reading.Nothing<>();
    }

    private static void logUnusable(Metrics metrics) {
        if (metrics.unreadable() > 0) {
            LOG.warnf("Uptime Kuma: %d status lines cannot be read", metrics.unreadable());
        }
        metrics.monitors().values().stream()
                .filter(reading -> reading.state() == Monitor.State.UNRECOGNISED)
                .forEach(reading -> LOG.warnf(
                        "Uptime Kuma: the status lines of monitor %s contradict each other or cannot be read;"
                                + " restart Uptime Kuma",
                        reading.id()));
    }

    // Without it the kinds of the monitors are unknown, which matters for groups only.
    private static SourcePage kinds(Future<Reading<SourcePage>> page, Deadline deadline) {
        return orElse(await(page, deadline), SourcePage.NONE, "its list of monitors could not be read");
    }

    private static <T> T orElse(Reading<T> page, T none, String problem) {
        if (page instanceof Reading.Failed<T> failed) {
            LOG.warnf("Uptime Kuma's status page: %s: %s", problem, failed.failure());
        }
        return page.orElse(none);
    }

    private static <T> Reading<T> await(Future<Reading<T>> started, Deadline deadline) {
        return BoundedExecutor.await("Uptime Kuma", started, deadline.remaining(), Reading.Failed::new);
    }
}
