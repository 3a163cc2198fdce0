package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.StateStore.Result;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.RecordingPublisher;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** When a source may keep something for the next run. */
class FigureKeepingRunTest {
    private final BoundedExecutor workers = new BoundedExecutor();
    private final RecordingPublisher place = new RecordingPublisher();
    private final List<String> events = new ArrayList<>();
    private Runnable remembering = () -> events.add("remembered");

    @AfterEach
    void end() {
        workers.close();
    }

    @Test
    void whatIsPublishedIsOutBeforeTheSourceKeepsItsOwn() {
        remembering = () -> events.add("remembered after " + place.published().size());

        RunReport report = run().publish(RunRequest.BY_HAND);

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.remarks()).contains("kept with a remark");
        assertThat(events).containsExactly("read", "remembered after 1");
    }

    @Test
    void lookingWritesNothing() {
        run().dryRun();
        run().judge();

        assertThat(events).containsExactly("read", "read");
    }

    @Test
    void whoComesTooLateKeepsNothing() {
        run(new FakeStateStore().refusing(Result.SUPERSEDED, "")).publish(RunRequest.BY_HAND);

        assertThat(events).containsExactly("read");
    }

    @Test
    void aSourceThatBreaksOrHangsCostsARemarkAndNotTheRun() {
        remembering = () -> {
            throw new IllegalStateException("as the test wants");
        };
        RunReport broken = run().publish(RunRequest.BY_HAND);
        remembering = () -> FakeMonitorSource.hanging().read(NOW, Deadline.in(Duration.ZERO));
        long start = System.nanoTime();
        RunReport hung = run().publish(RunRequest.BY_HAND);

        assertThat(broken.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(broken.remarks()).anyMatch(remark -> remark.contains("figures were not kept"));
        assertThat(hung.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(hung.remarks()).anyMatch(remark -> remark.contains("TIMED_OUT"));
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(6));
    }

    private StatusRun run() {
        return run(new FakeStateStore());
    }

    private StatusRun run(StateStore memory) {
        return RunBuilder.aRun(Clock.fixed(NOW, ZoneOffset.UTC), workers)
                .reading(source())
                .remembering(memory)
                .publishingTo(place)
                .build();
    }

    private MonitorSource source() {
        MonitorSource monitors = FakeMonitorSource.of(MonitorBuilder.aMonitor("1"));
        return new MonitorSource() {
            @Override
            public Reading<MonitorFleet> read(Instant now, Deadline deadline) {
                events.add("read");
                return monitors.read(now, deadline);
            }

            @Override
            public String remember(Deadline deadline) {
                remembering.run();
                return "kept with a remark";
            }
        };
    }
}
