package com.elytracloud.status.run;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.TextGuard.BrokenRule;
import com.elytracloud.status.run.TextGuard.Verdict;
import com.elytracloud.status.testing.CountingClock;
import com.elytracloud.status.testing.FakeBackupSource;
import com.elytracloud.status.testing.FakeIncidentStore;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.RecordingPublisher;

import static com.elytracloud.status.domain.UptimeWindow.LAST_24H;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.TenantBuilder.aTenant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class StatusRunTest {
    private static final FakeMonitorSource UP =
            FakeMonitorSource.of(aMonitor("1").withUptime(LAST_24H, "0.9999"));
    private static final FakeBackupSource FRESH = FakeBackupSource.of(aTenant("acme"));
    /** Leaves a source a tenth of a second: nine seconds are kept for publishing. */
    private static final Duration SHORT = Duration.ofMillis(9_100);

    private final CountingClock clock = new CountingClock();
    private final BoundedExecutor executor = new BoundedExecutor();
    private List<StatusDocument> rendered = List.of();
    private List<CheckResult> findings = List.of();
    private String refused = "";
    private final FakeIncidentStore incidents = new FakeIncidentStore();
    private final RecordingPublisher publisher = new RecordingPublisher();

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void aGoodRunPublishesWhatTheSourcesSay() {
        RunReport report = run(UP, FRESH).publish(StatusRun.BY_HAND);

        assertThat(document().platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(document().uptime().last24h()).isEqualTo(new BigDecimal("99.99"));
        assertThat(document().backups().lastBackupStatus()).isEqualTo(BackupStatus.SUCCESS);
        assertThat(publisher.published()).containsExactly(List.of("status.json"));
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.files()).containsExactly("status.json");
        assertThat(report.sources()).extracting(RunReport.Source::answer).containsExactly("FOUND", "FOUND");
    }

    @Test
    void theClockIsReadOnce() {
        run(UP, FRESH).publish(StatusRun.BY_HAND);

        assertThat(clock.looks()).isEqualTo(1);
        assertThat(document().updatedAt()).isEqualTo(Instant.parse("2028-02-29T23:59:30Z"));
    }

    @Test
    void withoutAnAnswerOfTheMonitorsUnknownIsPublishedWithoutUptime() {
        RunReport report = run(FakeMonitorSource.failing(Failure.Reason.UNREACHABLE), FRESH)
                .publish(StatusRun.BY_HAND);

        assertThat(publisher.published()).hasSize(1);
        assertThat(document().platformStatus()).isEqualTo(PlatformStatus.UNKNOWN);
        assertThat(document().components())
                .extracting(StatusDocument.ComponentEntry::status)
                .containsExactly(ComponentStatus.UNKNOWN);
        assertThat(document().uptime()).isEqualTo(new StatusDocument.Uptime(null, null, null));
        assertThat(document().backups().lastBackupStatus()).isEqualTo(BackupStatus.SUCCESS);
        assertThat(report.platformReason()).isEqualTo("SOURCE_UNREACHABLE");
    }

    @Test
    void withoutAnAnswerOfTheStorageOnlyTheBackupsAreUnknown() {
        RunReport report =
                run(UP, FakeBackupSource.failing(Failure.Reason.FORBIDDEN)).publish(StatusRun.BY_HAND);

        assertThat(publisher.published()).hasSize(1);
        assertThat(document().backups().lastBackupStatus()).isEqualTo(BackupStatus.UNKNOWN);
        assertThat(document().backups().lastSuccessfulBackup()).isNull();
        assertThat(document().platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(report.backupReason()).isEqualTo("SOURCE_FORBIDDEN");
    }

    @Test
    void aSourceThatThrowsIsUnknownAndItsWordsStayInside() {
        FakeMonitorSource broken = new FakeMonitorSource(() -> {
            throw new IllegalStateException("token=hunter2");
        });

        RunReport report = run(broken, FRESH).publish(StatusRun.BY_HAND);

        assertThat(document().platformStatus()).isEqualTo(PlatformStatus.UNKNOWN);
        assertThat(report.platformReason()).isEqualTo("SOURCE_INTERNAL_ERROR");
        assertThat(report.line()).doesNotContain("hunter2");
    }

    @Test
    void aSourceThatGivesNullIsUnknown() {
        RunReport report = run(UP, new FakeBackupSource(() -> null)).publish(StatusRun.BY_HAND);

        assertThat(document().backups().lastBackupStatus()).isEqualTo(BackupStatus.UNKNOWN);
        assertThat(report.backupReason()).isEqualTo("SOURCE_INTERNAL_ERROR");
    }

    @Test
    @Timeout(6)
    void sourcesThatHangAreUnknownInTime() {
        RunReport report = run(FakeMonitorSource.hanging(), FakeBackupSource.hanging(), SHORT)
                .publish(StatusRun.BY_HAND);

        assertThat(document().platformStatus()).isEqualTo(PlatformStatus.UNKNOWN);
        assertThat(document().backups().lastBackupStatus()).isEqualTo(BackupStatus.UNKNOWN);
        assertThat(report.sources()).extracting(RunReport.Source::answer).containsExactly("TIMED_OUT", "TIMED_OUT");
        assertThat(publisher.published()).hasSize(1);
    }

    @Test
    void aRunThatCannotPublishFails() {
        publisher.refuse();

        assertThatThrownBy(() -> run(UP, FRESH).publish(StatusRun.BY_HAND)).isInstanceOf(PublishException.class);
    }

    @Test
    void aRehearsalPublishesNothing() {
        RunReport report = run(UP, FRESH).dryRun();

        assertThat(publisher.published()).isEmpty();
        assertThat(rendered).hasSize(1);
        assertThat(report.outcome()).isEqualTo(Outcome.DRY_RUN);
        assertThat(report.files()).isEmpty();
    }

    @Test
    void aSummaryShowsWhatWouldBePublishedAndPublishesNothing() {
        StatusDocument summary = run(UP, FRESH).evaluate().document();

        assertThat(summary.platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(publisher.published()).isEmpty();
        assertThat(clock.looks()).isEqualTo(1);
    }

    @Test
    void whatTheGuardFindsStopsTheRunAndIsToldWithoutItsValue() {
        findings = List.of(new CheckResult("email", "status.json", "/infrastructure/notes"));

        assertThatThrownBy(() -> run(UP, FRESH).publish(StatusRun.BY_HAND))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("email in status.json at /infrastructure/notes");
        assertThatThrownBy(() -> run(UP, FRESH).dryRun()).isInstanceOf(LeakException.class);
        assertThat(publisher.published()).isEmpty();
    }

    @Test
    void aRefusedReasonIsWithheldAndReportedWhileTheRunGoesOn() {
        Instant now = clock.instant();
        incidents.edit(any -> any.with(
                new StatusOverride(PlatformStatus.DEGRADED, "mail ops@example.com", now, now.plusSeconds(3_600))));
        refused = "mail ops@example.com";

        RunReport report = run(UP, FRESH).publish(StatusRun.BY_HAND);

        assertThat(document().platformStatus()).isEqualTo(PlatformStatus.DEGRADED);
        assertThat(document().override().reason()).isEqualTo("Details withheld");
        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.line())
                .contains("reason of the override", "an e-mail address (rule 'email')")
                .doesNotContain("ops@");
    }

    private StatusDocument document() {
        assertThat(rendered).hasSize(1);
        return rendered.get(0);
    }

    private StatusRun run(MonitorSource monitors, BackupSource backups) {
        return run(monitors, backups, Duration.ofSeconds(27));
    }

    private StatusRun run(MonitorSource monitors, BackupSource backups, Duration deadline) {
        RunBuilder builder = RunBuilder.aRun(clock, executor)
                .reading(monitors)
                .backups(backups)
                .publishingTo(publisher)
                .guardedBy(files -> findings)
                .announcing(incidents)
                .withTextsGuardedBy(this::check)
                .within(deadline);
        rendered = builder.documents();
        return builder.build();
    }

    private Verdict check(String text, String place) {
        BrokenRule email = new BrokenRule("email", "an e-mail address", "Leave it out.");
        return new Verdict(place, text.equals(refused) ? List.of(email) : List.of());
    }
}
