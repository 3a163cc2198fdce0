package com.elytracloud.status.testing;

import java.time.Instant;
import java.util.function.Supplier;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

/** A monitoring service that says what a test wants. */
public record FakeMonitorSource(Supplier<Reading<MonitorFleet>> answer) implements MonitorSource {
    /** It lists these monitors. */
    public static FakeMonitorSource of(MonitorBuilder... monitors) {
        MonitorFleet fleet = MonitorBuilder.aFleet(monitors);
        return new FakeMonitorSource(() -> new Reading.Found<>(fleet));
    }

    /** It gives no usable answer. */
    public static FakeMonitorSource failing(Failure.Reason reason) {
        return new FakeMonitorSource(() -> new Reading.Failed<>(new Failure(reason, "as the test wants")));
    }

    /** It never answers. */
    public static FakeMonitorSource hanging() {
        return new FakeMonitorSource(Hang::forever);
    }

    @Override
    public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
        return answer.get();
    }
}
