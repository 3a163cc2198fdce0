package com.elytracloud.status.function;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.RunBuilder;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.testing.FakeAlertStateStore;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.QueueModel;
import com.elytracloud.status.testing.RecordingAlertSink;
import com.elytracloud.status.testing.RecordingPublisher;
import com.elytracloud.status.testing.SettableClock;
import com.elytracloud.status.trigger.RunQueue;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** A thousand notifications in a minute, through two pollers of the queue to one function that runs one event at a time. */
class TriggerStormTest {
    private static final int NOTIFICATIONS = 1_000;
    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Duration RUN = Duration.ofSeconds(3);
    private static final int MOST_A_MINUTE = 12;

    private final SettableClock clock = new SettableClock();
    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeStateStore state = new FakeStateStore();
    private final RecordingPublisher publisher = new RecordingPublisher();
    private final RunBuilder builder = RunBuilder.aRun(clock, executor)
            .remembering(state)
            .publishingTo(publisher)
            .reading(new FakeMonitorSource(() -> new Reading.Found<>(MonitorBuilder.aFleet(
                    clock.instant().isBefore(NOW.plus(MINUTE))
                            ? MonitorBuilder.aMonitor("1")
                            : MonitorBuilder.aMonitor("1").down()))));
    private final List<Instant> runs = new ArrayList<>();

    private record Invocation(Instant at, String event) {}

    @AfterEach
    void end() {
        executor.close();
    }

    @ParameterizedTest(name = "the second poller {0} s later")
    @ValueSource(ints = {0, 2, 5, 8})
    void aThousandNotificationsInAMinuteAreAFewRunsAndTheNewestStateIsPublic(int offset) throws Exception {
        List<Invocation> scheduled = IntStream.range(0, 4)
                .mapToObj(each -> new Invocation(
                        NOW.plus(MINUTE.multipliedBy(each)),
                        "{\"scheduled_time\":\"%s\"}".formatted(NOW.plus(MINUTE.multipliedBy(each)))))
                .toList();

        List<RunReport> ofSchedule = play(Stream.concat(triggered(offset), scheduled.stream()));

        assertThat(runs).as("triggered runs").isNotEmpty().allSatisfy(first -> assertThat(
                        runs.stream().filter(each -> !each.isBefore(first) && each.isBefore(first.plus(MINUTE))))
                .hasSizeLessThanOrEqualTo(MOST_A_MINUTE));
        assertThat(ofSchedule).hasSize(scheduled.size()).allSatisfy(report -> assertThat(report.outcome())
                .isEqualTo(RunReport.Outcome.PUBLISHED));
        assertThat(publisher.editions()).as("no run was lost").hasSize(runs.size() + scheduled.size());
        assertThat(state.writes()).isEqualTo(runs.size() + scheduled.size());
        assertThat(builder.documents().get(builder.documents().size() - 1).platformStatus())
                .hasToString("OUTAGE");
    }

    private Stream<Invocation> triggered(int offset) {
        List<List<Instant>> pollers = List.of(new ArrayList<>(), new ArrayList<>());
        for (int i = 0; i < NOTIFICATIONS; i++) {
            Instant notified = NOW.plus(MINUTE.multipliedBy(i).dividedBy(NOTIFICATIONS));
            boolean second = i % 2 == 1 && Duration.between(NOW, notified).toSeconds() >= offset;
            pollers.get(second ? 1 : 0).add(notified.plus(RunQueue.FIRST_RUN_DELAY));
            pollers.get(second ? 1 : 0).add(notified.plus(RunQueue.SECOND_RUN_DELAY));
        }
        return pollers.stream()
                .flatMap(visible -> QueueModel.poll(visible).stream())
                .map(batch -> new Invocation(batch.at(), batch.event()));
    }

    private List<RunReport> play(Stream<Invocation> invocations) throws Exception {
        Variables variables = new Variables(name -> null);
        StatusFunction function = new StatusFunction(
                new Settings(List.of()),
                builder.buildAlerted(new FakeAlertStateStore(), new RecordingAlertSink()),
                clock,
                new SecretRefresher(variables),
                variables);
        List<RunReport> ofSchedule = new ArrayList<>();
        Instant free = Instant.MIN;
        for (Invocation each :
                invocations.sorted(Comparator.comparing(Invocation::at)).toList()) {
            Instant begin = each.at().isAfter(free) ? each.at() : free;
            clock.set(begin);
            RunReport report = function.status(new ObjectMapper().readTree(each.event()));
            if (each.event().contains("scheduled_time")) {
                ofSchedule.add(report);
            } else if (report != null) {
                runs.add(begin);
            }
            free = report == null ? begin : begin.plus(RUN);
        }
        return ofSchedule;
    }
}
