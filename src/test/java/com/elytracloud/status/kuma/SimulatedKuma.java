package com.elytracloud.status.kuma;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;

import com.elytracloud.status.kuma.SimulatedMonitor.Span;

/**
 * An Uptime Kuma with monitors of all kinds over weeks of simulated time, which writes the bodies that Kuma would answer
 * with. What happens is drawn from a seed.
 */
final class SimulatedKuma {
    private static final long DAY = 86_400;
    private static final DateTimeFormatter BEAT_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final long[] INTERVALS = {20, 60, 60, 60, 120, 300, 1_200, 3_600, DAY};

    final List<SimulatedMonitor> monitors = new ArrayList<>();
    final List<SimulatedMonitor> groups = new ArrayList<>();

    private final boolean isOld;
    private final Random random;
    private final long start;
    private final long end;
    private final List<Long> restarts = new ArrayList<>();
    private final List<Long> tags = new ArrayList<>();
    /** When the server stands still: it answers what it answered before, and checks nothing. */
    private final List<Span> standstills = new ArrayList<>();

    private long startedAt;
    private long checkedAgainAt;
    private long now;
    private long mostlyDownAt;

    SimulatedKuma(boolean isOld, int count, long start, long end, Random random) {
        this.isOld = isOld;
        this.random = random;
        this.start = start;
        this.end = end;
        this.startedAt = start - 30 * DAY;
        this.now = start - 2 * DAY;
        for (int id = 1; id <= count; id++) {
            // The first is checked seldom and retried often: its beats look like seconds apart.
            monitors.add(id == 1 ? monitor(id, "http", 1_200, 20, 12) : monitor(id));
        }
        sharedOutages();
        for (int i = 0; i < 2; i++) {
            groups.add(group(count + 1 + i, monitors.subList(i * count / 2, (i + 1) * count / 2)));
        }
        sometimes(restarts, 5);
        sometimes(tags, 2);
        spans(standstills, 3, 1_200, 8 * 3_600);
        for (long tag : tags) {
            SimulatedMonitor tagged = monitors.get(random.nextInt(monitors.size()));
            tagged.tags.add(tag);
            // Down while it is out of sight, at an hour at which little else is.
            tagged.outages.add(new Span(tag + 3_600, tag + 4 * 3_600));
        }
    }

    /** Lets time pass; a restart makes the server unavailable for some seconds. */
    void advance(long until) {
        if (isStandingStill(until)) {
            return;
        }
        for (Span span : standstills) {
            if (now <= span.from() && span.to() <= until) {
                run(span.from());
                monitors.forEach(monitor -> monitor.checkNotBefore(span.to()));
                groups.forEach(group -> group.checkNotBefore(span.to()));
                checkedAgainAt = span.to();
            }
        }
        for (long restart : restarts) {
            if (now < restart && restart <= until) {
                run(restart);
                startedAt = restart + 3;
                long checked = startedAt;
                for (SimulatedMonitor monitor : monitors) {
                    checked += 1;
                    monitor.restart(restart, checked);
                }
            }
        }
        for (SimulatedMonitor monitor : monitors) {
            monitor.hiddenByTag |= !isOld && monitor.tags.stream().anyMatch(tag -> now < tag && tag <= until);
        }
        run(until);
    }

    boolean isUp() {
        return now >= startedAt;
    }

    boolean isStandingStill(long second) {
        return standstills.stream().anyMatch(span -> span.holds(second));
    }

    /** Whether the beats of two monitors and more show that the server has stood still. */
    boolean isKnownToStandStill(long second) {
        return standstills.stream().anyMatch(span -> span.holds(second) && now + 600 < second)
                && monitors.stream()
                                .filter(monitor -> monitor.interval <= 100 && !monitor.isPush())
                                .filter(monitor -> !monitor.isPaused(now) && monitor.hasBeatSince(now - 120))
                                .count()
                        > 1;
    }

    /** The body of {@code /metrics}. */
    String metrics() {
        StringBuilder body = new StringBuilder("# HELP monitor_status Monitor Status\n# TYPE monitor_status gauge\n");
        for (SimulatedMonitor monitor : monitors) {
            if (monitor.listed && !monitor.hiddenByTag && !monitor.isPaused(now)) {
                body.append(line(monitor, monitor.status()));
            }
        }
        groups.forEach(group -> body.append(line(group, group.status())));
        return body + """

                # HELP process_start_time_seconds Start time of the process since unix epoch in seconds.
                # TYPE process_start_time_seconds gauge
                process_start_time_seconds %d

                # HELP app_version The service version by package.json
                # TYPE app_version gauge
                app_version{version="%s",major="%s"} 1

                # HELP expressjs_number_of_open_connections Number of open connections to the Express.js server
                # TYPE expressjs_number_of_open_connections gauge
                expressjs_number_of_open_connections 0
                """.formatted(startedAt, isOld ? "1.23.17" : "2.5.3", isOld ? "1" : "2");
    }

    /** The body of the status page's heartbeats. */
    String heartbeats() {
        String lists = all().stream()
                .map(monitor -> "\"%d\":[%s]".formatted(monitor.id, beats(monitor)))
                .collect(Collectors.joining(","));
        return "{\"heartbeatList\":{%s},\"uptimeList\":{}}".formatted(lists);
    }

    /** The body of the status page itself. */
    String page() {
        String list = all().stream()
                .map(monitor -> "{\"id\":%d,\"name\":\"m%d\",\"sendUrl\":0,\"type\":\"%s\"}"
                        .formatted(monitor.id, monitor.id, monitor.type))
                .collect(Collectors.joining(","));
        return "{\"config\":{\"slug\":\"s\"},\"publicGroupList\":[{\"id\":1,\"name\":\"All\",\"weight\":1,"
                + "\"monitorList\":[%s]}],\"maintenanceList\":[]}".formatted(list);
    }

    /**
     * A target that Kuma should have found down, and one run had the time to see: since it is down and watched, its
     * detection time, a run and two minutes have passed. Restarts begin the retries again.
     */
    Optional<String> undetectedFor(long second) {
        if (isStandingStill(second)) {
            return Optional.of("Uptime Kuma has stood still since " + Instant.ofEpochSecond(now))
                    .filter(any -> isKnownToStandStill(second));
        }
        return monitors.stream()
                .filter(monitor -> !monitor.isPaused(second) && !monitor.isInMaintenance(second))
                .filter(monitor -> monitor.isTargetDown(second))
                .filter(monitor -> Math.max(monitor.downSince(second), Math.max(startedAt, checkedAgainAt))
                                + monitor.detectionTime()
                                + 720
                        < second)
                .map(monitor -> "monitor %d, %s every %d s, down since %s, says %d"
                        .formatted(
                                monitor.id,
                                monitor.type,
                                monitor.interval,
                                Instant.ofEpochSecond(monitor.downSince(second)),
                                monitor.status()))
                .findFirst();
    }

    /** Whether in one of the last runs most monitors were down by Kuma's own word. */
    boolean wasMostlyDown() {
        return isMostlyDown(now) || mostlyDownAt > now - 2_400;
    }

    /** Whether nothing lately made monitors unknown for good reason: a restart, a pause or a pending check. */
    boolean isCalm(long second) {
        return startedAt < second - 2_400
                && checkedAgainAt < second - 2_400
                && !isStandingStill(second)
                && monitors.stream()
                        .noneMatch(monitor -> monitor.status() == SimulatedMonitor.PENDING
                                || monitor.hasPausedSince(second - 3 * monitor.interval - 8_400));
    }

    /** Ends one run. */
    void remember(long second) {
        if (isMostlyDown(second)) {
            mostlyDownAt = second;
        }
    }

    private boolean isMostlyDown(long second) {
        long down = monitors.stream()
                .filter(monitor -> monitor.status() == SimulatedMonitor.DOWN)
                .count();
        long available = monitors.stream()
                .filter(monitor -> !monitor.isPaused(second) && monitor.status() != SimulatedMonitor.MAINTENANCE)
                .count();
        return 2 * down > available;
    }

    private List<SimulatedMonitor> all() {
        List<SimulatedMonitor> all = new ArrayList<>(monitors);
        all.addAll(groups);
        return all;
    }

    private void run(long until) {
        monitors.forEach(monitor -> monitor.advance(until));
        groups.forEach(group -> group.advance(until));
        now = until;
    }

    private SimulatedMonitor monitor(int id) {
        String type = random.nextInt(6) == 0 ? "push" : random.nextBoolean() ? "http" : "ping";
        long interval = INTERVALS[random.nextInt(INTERVALS.length)];
        int retries = type.equals("push") || random.nextBoolean() ? 0 : random.nextInt(13);
        long retryInterval = Math.min(interval, 20 + random.nextInt(41));
        return monitor(id, type, interval, retryInterval, retries);
    }

    private SimulatedMonitor monitor(int id, String type, long interval, long retryInterval, int retries) {
        SimulatedMonitor monitor = new SimulatedMonitor(
                id, type, interval, retryInterval, retries, isOld ? 50 : 100, now + random.nextInt(60));
        spans(monitor.outages, 8, 60, 12 * 3_600);
        spans(monitor.pauses, 25, 3_600, 3 * DAY);
        spans(monitor.maintenances, 14, 1_800, 4 * 3_600);
        return monitor;
    }

    /** A failure that many targets share, of a random share of them. */
    private void sharedOutages() {
        List<Span> shared = new ArrayList<>();
        spans(shared, 2, 600, 2 * 3_600);
        for (Span span : shared) {
            int hit = 2 + random.nextInt(monitors.size() - 1);
            for (int i = 0; i < hit; i++) {
                monitors.get(random.nextInt(monitors.size())).outages.add(span);
            }
        }
    }

    /** A group is as bad as its worst child. */
    private SimulatedMonitor group(int id, List<SimulatedMonitor> children) {
        SimulatedMonitor group = new SimulatedMonitor(id, "group", 60, 60, 0, 100, now);
        children.forEach(child -> group.outages.addAll(child.outages));
        return group;
    }

    /** Spans at random, one in so many days. */
    private void spans(List<Span> spans, int days, long shortest, long longest) {
        long at = start + nextWait(days);
        while (at < end) {
            long length = shortest + (long) (random.nextDouble() * random.nextDouble() * (longest - shortest));
            spans.add(new Span(at, at + length));
            at += length + 7_200 + nextWait(days);
        }
    }

    private void sometimes(List<Long> moments, int days) {
        for (long at = start + nextWait(days); at < end; at += 7_200 + nextWait(days)) {
            moments.add(at);
        }
    }

    private long nextWait(int days) {
        return (long) (-Math.log(1 - random.nextDouble()) * days * DAY);
    }

    private String line(SimulatedMonitor monitor, int status) {
        String id = isOld ? "" : "monitor_id=\"%d\",".formatted(monitor.id);
        return "monitor_status{%smonitor_name=\"m%d\",monitor_type=\"%s\",monitor_url=\"https://\"} %d\n"
                .formatted(id, monitor.id, monitor.type, status);
    }

    private static String beats(SimulatedMonitor monitor) {
        return monitor.beats.stream()
                .map(beat -> "{\"status\":%d,\"time\":\"%s\",\"msg\":\"\",\"ping\":1}"
                        .formatted(beat.status(), BEAT_TIME.format(Instant.ofEpochSecond(beat.second()))))
                .collect(Collectors.joining(","));
    }
}
