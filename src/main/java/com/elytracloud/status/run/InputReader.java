package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Singleton;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;

/** Reads everything a run needs in parallel, each part within its own limit. */
@Singleton
record InputReader(
        MonitorSource monitors,
        BackupSource backups,
        StateStore state,
        IncidentStore incidents,
        SitePublisher publisher,
        BoundedExecutor executor) {
    private static final Duration READING = Duration.ofSeconds(10);
    /** Left for publishing and verifying when the last part was read. */
    private static final Duration PUBLISHING = Duration.ofSeconds(9);
    /** For what we stored ourselves: state, incidents and the published site. */
    private static final Duration STORED = Duration.ofSeconds(3);
    /** For a source to report its own reason after its deadline. */
    private static final Duration GRACE = Duration.ofMillis(500);

    /** Monitors whose uptime of 7 to 90 days is requested in one run. */
    private static final int LONG_UPTIMES = 5;

    private static final Duration LONG_UPTIME = Duration.ofSeconds(2);

    /** Reads each part once; a part that fails in any way is a failed reading and never an exception. */
    RunInputs read(Instant now, Deadline deadline) {
        Deadline reading = deadline.keeping(PUBLISHING).within(READING);
        Deadline stored = reading.within(STORED);
        Future<Reading<MonitorFleet>> monitorFleet = start(() -> monitors.read(now, reading));
        Future<Stored> lastState = start(() -> state.read(stored));
        Future<Reading<BackupListing>> listing = start(() -> backups.read(now, reading));
        Future<Reading<Announcements>> announced = start(() -> incidents.read(stored));
        Future<Reading<Long>> published = start(() -> publisher.lastSeq(stored));
        Stored before = await("state", lastState, stored, InputReader::unavailable);
        Reading<MonitorFleet> fleet = await("monitors", monitorFleet, reading, Reading.Failed::new);
        return new RunInputs(
                now,
                withLongUptime(fleet, before.state().monitors(), now, reading),
                await("backups", listing, reading, Reading.Failed::new),
                before,
                await("incidents", announced, stored, Reading.Failed::new),
                await("published site", published, stored, Reading.Failed::new));
    }

    // The source's own uptime of 7 to 90 days is requested once for each monitor, a few in each run. Only a monitor
    // that shows heartbeats is public at the source.
    private Reading<MonitorFleet> withLongUptime(
            Reading<MonitorFleet> read, KnownMonitors known, Instant now, Deadline deadline) {
        return read.then(fleet -> {
            Set<MonitorId> wanted = fleet.readings().stream()
                    .filter(reading -> !reading.beats().isEmpty() && !known.isGroup(reading.monitor()))
                    .map(MonitorReading::id)
                    .filter(id -> !known.seeds().containsKey(id))
                    .sorted()
                    .limit(LONG_UPTIMES)
                    .collect(Collectors.toCollection(TreeSet::new));
            return new Reading.Found<>(fleet.with(
                    wanted.isEmpty() ? Map.of() : monitors.longUptime(wanted, now, deadline.within(LONG_UPTIME))));
        });
    }

    private <T> Future<T> start(Callable<T> call) {
        return executor.start(() -> Objects.requireNonNull(call.call()));
    }

    private static <T> T await(
            String part, Future<T> started, Deadline deadline, Function<? super Failure, ? extends T> otherwise) {
        return BoundedExecutor.await(part, started, deadline.remaining().plus(GRACE), otherwise);
    }

    private static Stored unavailable(Failure failure) {
        return new Stored(Condition.UNAVAILABLE, RunState.FIRST, "", failure.toString());
    }
}
