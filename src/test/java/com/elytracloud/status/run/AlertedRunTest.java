package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.TextGuard.BrokenRule;
import com.elytracloud.status.run.TextGuard.Verdict;
import com.elytracloud.status.testing.FakeAlertStateStore;
import com.elytracloud.status.testing.FakeBackupSource;
import com.elytracloud.status.testing.FakeIncidentStore;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.RecordingAlertSink;
import com.elytracloud.status.testing.RecordingPublisher;
import com.elytracloud.status.testing.SettableClock;

import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AlertedRunTest {
    private final SettableClock clock = new SettableClock();
    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeAlertStateStore memory = new FakeAlertStateStore();
    private final RecordingAlertSink sink = new RecordingAlertSink();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void aGoodRunSaysNothing() {
        assertThat(publish(builder()).warnings()).isEmpty();
        assertThat(sink.words()).isEmpty();
    }

    @Test
    void aSourceThatCannotBeReadTwiceIsTold() {
        for (int run = 0; run < 2; run++) {
            publish(builder().reading(FakeMonitorSource.failing(Failure.Reason.UNREACHABLE)));
        }

        assertThat(sink.words()).containsExactly("OPENED MONITORS_UNREADABLE");
    }

    @Test
    void aCustomerWhoseBackupsFailIsReportedByNameUntilTheyRecover() {
        RunBuilder failing = builder()
                .backups(FakeBackupSource.of(
                        aTenant("acme"), aTenant("bolt").aged(Duration.ofHours(51)), aTenant("coda"), aTenant("dune")));
        publish(failing);
        RunReport report = publish(failing);

        assertThat(sink.words()).containsExactly("OPENED BACKUP_CUSTOMER_FAILED");
        assertThat(report.line()).contains("bolt=TOO_OLD bolt/#.tgz");

        publish(builder()
                .backups(FakeBackupSource.of(aTenant("acme"), aTenant("bolt").incomplete())));
        assertThat(sink.words()).as("an unknown verdict is no recovery").hasSize(1);

        publish(builder().backups(FakeBackupSource.of(aTenant("acme"), aTenant("bolt"))));
        assertThat(sink.words()).containsExactly("OPENED BACKUP_CUSTOMER_FAILED", "RESOLVED BACKUP_CUSTOMER_FAILED");
    }

    @Test
    void aRefusalOfTheGuardIsToldAtOnceAndTheRunStillFails() {
        RunBuilder refused = builder().guardedBy(files -> List.of(new CheckResult("email", "status.json", "/notice")));

        assertThatThrownBy(() -> publish(refused)).isInstanceOf(LeakException.class);
        assertThat(sink.words()).containsExactly("OPENED GUARD_REFUSAL");

        publish(builder());
        assertThat(sink.words()).containsExactly("OPENED GUARD_REFUSAL", "RESOLVED GUARD_REFUSAL");
    }

    @Test
    void aRefusedTextIsReportedOnceAndRecoversWhenItIsGone() {
        FakeIncidentStore incidents = new FakeIncidentStore();
        Instant now = clock.instant();
        incidents.edit(
                any -> any.with(new StatusOverride(PlatformStatus.DEGRADED, "db-01", now, now.plusSeconds(7_200))));
        BrokenRule machine = new BrokenRule("machine", "the name of a machine", "Say what it does.");
        RunBuilder refused = builder()
                .announcing(incidents)
                .withTextsGuardedBy(
                        (text, place) -> new Verdict(place, text.equals("db-01") ? List.of(machine) : List.of()));

        assertThat(publish(refused).line()).contains("reason of the override").doesNotContain("db-01");
        publish(refused);
        assertThat(sink.words()).containsExactly("OPENED TEXT_REFUSED");

        publish(builder());
        assertThat(sink.words()).containsExactly("OPENED TEXT_REFUSED", "RESOLVED TEXT_REFUSED");
    }

    @Test
    void aCorruptMemoryIsToldOnce() {
        publish(builder().remembering(new FakeStateStore().in(Condition.CORRUPT)));

        assertThat(sink.words()).containsExactly("OPENED STATE_CORRUPT");
    }

    @Test
    void whenNobodyHearsTheRunIsPublishedAllTheSame() {
        sink.goDeaf();

        RunReport report = publish(builder().remembering(new FakeStateStore().in(Condition.CORRUPT)));

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.warnings()).contains("no channel took the alert OPENED STATE_CORRUPT");
    }

    @Test
    void alertingThatBreaksIsAWarning() {
        memory.fail();

        assertThat(publish(builder()).warnings()).contains("alerting failed: IllegalStateException");
    }

    @Test
    void afterARunThatTookAllItsTimeAWordMayTakeTwoSecondsMore() {
        publish(builder().within(Duration.ZERO));
        assertThat(memory.givenToRead()).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(2));

        publish(builder());
        assertThat(memory.givenToRead()).isBetween(Duration.ofSeconds(2), Duration.ofSeconds(3));
    }

    @Test
    void monitorsAndAlertsAreCountedInTheReport() {
        RunReport report = publish(builder()
                .reading(FakeMonitorSource.of(MonitorBuilder.aMonitor("1"), MonitorBuilder.aMonitor("2")))
                .remembering(new FakeStateStore().in(Condition.CORRUPT)));

        assertThat(report.monitors()).isEqualTo(Map.of(MonitorClass.UP, 2L));
        assertThat(report.alerts()).singleElement().satisfies(each -> assertThat(each.delivered())
                .isTrue());
    }

    @Test
    void ofASourceThatFailsNoMonitorIsCountedThoughTheMemoryHoldsSome() {
        FakeStateStore store = new FakeStateStore();
        publish(builder().remembering(store));

        RunReport report =
                publish(builder().remembering(store).reading(FakeMonitorSource.failing(Failure.Reason.UNREACHABLE)));

        assertThat(report.monitors()).isEmpty();
    }

    private RunBuilder builder() {
        return RunBuilder.aRun(clock, executor).publishingTo(new RecordingPublisher());
    }

    private RunReport publish(RunBuilder builder) {
        clock.set(clock.instant().plus(Duration.ofMinutes(10)));
        return builder.buildAlerted(memory, sink).publish(StatusRun.BY_HAND);
    }
}
