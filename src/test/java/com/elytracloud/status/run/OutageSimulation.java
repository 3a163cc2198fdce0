package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.Moments;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.QueueModel;
import com.elytracloud.status.testing.SettableClock;
import com.elytracloud.status.trigger.RunQueue;

/**
 * One outage of a site that Uptime Kuma checks every minute without retries, from a healthy hour before it to the recovery.
 * Kuma has no status page, so that no heartbeats confirm the outage and the second run must.
 */
final class OutageSimulation {
    /** From the start of a run to the published file. */
    static final Duration RUN = Duration.ofSeconds(3);
    /** Uptime Kuma stores the new state after its notifications were sent. */
    static final Duration STORING = Duration.ofSeconds(1);

    /** How late a schedule is at most. */
    static final Duration LATE = Duration.ofSeconds(2);

    private static final double GOLDEN_RATIO = 0.6180339887;
    private static final Duration CHECK = Duration.ofSeconds(60);
    private static final Instant START = Moments.NOW;

    private final Duration interval;
    private final boolean webhook;
    private final SettableClock clock = new SettableClock();
    private final RunBuilder builder;
    private Instant down;
    private Instant up;
    private Instant firstCheck;

    OutageSimulation(Duration interval, boolean webhook, BoundedExecutor executor) {
        this.interval = interval;
        this.webhook = webhook;
        this.builder = RunBuilder.aRun(clock, executor)
                .remembering(new FakeStateStore())
                .reading(new FakeMonitorSource(() -> new Reading.Found<>(MonitorBuilder.aFleet(
                        isDown(clock.instant())
                                ? MonitorBuilder.aMonitor("1").down()
                                : MonitorBuilder.aMonitor("1")))));
    }

    /**
     * When the public file said what, since the site went down or came up.
     *
     * @param notifiedDown when Uptime Kuma noticed that the site is down
     * @param notifiedUp when it noticed that the site is up again
     */
    record Times(
            Duration notifiedDown, Duration degraded, Duration outage, Duration notifiedUp, Duration operational) {}

    private record Publication(Instant at, String status) {}

    /**
     * Plays the outage.
     *
     * @param schedulePhase where between two scheduled runs the site goes down, from 0 to 1
     * @param checkPhase where between two checks of Uptime Kuma, from 0 to 1
     */
    Times play(double schedulePhase, double checkPhase) {
        down = START.plus(interval.multipliedBy(2)).plusMillis((long) (schedulePhase * interval.toMillis()));
        up = down.plus(interval.multipliedBy(3)).plus(CHECK.multipliedBy(2)).plusMillis(7_777);
        firstCheck = START.plusMillis((long) (checkPhase * CHECK.toMillis()));
        List<Publication> published = publications();
        return new Times(
                Duration.between(down, noticed(down)),
                since(down, published, status -> !status.equals("operational")),
                since(down, published, status -> status.equals("outage")),
                Duration.between(up, noticed(up)),
                since(up, published, status -> status.equals("operational")));
    }

    private List<Publication> publications() {
        List<Publication> published = new ArrayList<>();
        StatusRun run = builder.build();
        Instant free = Instant.MIN;
        for (Instant due : Stream.concat(scheduled().stream(), triggered().stream())
                .sorted(Comparator.naturalOrder())
                .toList()) {
            // One run at a time, as Terraform reserves it.
            Instant begin = due.isAfter(free) ? due : free;
            free = begin.plus(RUN);
            clock.set(begin);
            run.publish(StatusRun.BY_HAND);
            StatusDocument document =
                    builder.documents().get(builder.documents().size() - 1);
            published.add(
                    new Publication(free, document.platformStatus().toString().toLowerCase(Locale.ROOT)));
        }
        return published;
    }

    private List<Instant> scheduled() {
        Instant end = up.plus(interval.multipliedBy(3)).plus(CHECK.multipliedBy(3));
        List<Instant> slots = Stream.iterate(START, each -> each.isBefore(end), each -> each.plus(interval))
                .toList();
        return IntStream.range(0, slots.size())
                .mapToObj(each -> slots.get(each).plusMillis((long) (each * GOLDEN_RATIO % 1 * LATE.toMillis())))
                .toList();
    }

    private List<Instant> triggered() {
        if (!webhook) {
            return List.of();
        }
        List<Instant> visible = Stream.of(noticed(down), noticed(up))
                .flatMap(at -> Stream.of(at.plus(RunQueue.FIRST_RUN_DELAY), at.plus(RunQueue.SECOND_RUN_DELAY)))
                .toList();
        return QueueModel.poll(visible).stream().map(QueueModel.Batch::at).toList();
    }

    private boolean isDown(Instant at) {
        return !at.isBefore(noticed(down).plus(STORING))
                && at.isBefore(noticed(up).plus(STORING));
    }

    /** The first check after a change. */
    private Instant noticed(Instant change) {
        long checks = Math.floorDiv(Duration.between(firstCheck, change).toMillis(), CHECK.toMillis()) + 1;
        return firstCheck.plus(CHECK.multipliedBy(checks));
    }

    private static Duration since(Instant change, List<Publication> published, Predicate<String> wanted) {
        return published.stream()
                .filter(each -> each.at().isAfter(change) && wanted.test(each.status()))
                .findFirst()
                .map(each -> Duration.between(change, each.at()))
                .orElseThrow();
    }
}
