package com.elytracloud.status.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.SitePublisher.Revision;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.testing.FakeIncidentStore;
import com.elytracloud.status.testing.FakeMonitorSource;
import com.elytracloud.status.testing.FakeStateStore;
import com.elytracloud.status.testing.RecordingPublisher;

import static com.elytracloud.status.domain.UptimeWindow.LAST_24H;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What a run makes of the runs before it, and of what a person says. */
class StatefulRunTest {
    private static final Instant START = Instant.parse("2028-02-29T23:40:00Z");
    private static final Duration TEN_MINUTES = Duration.ofMinutes(10);
    private static final FakeMonitorSource UP =
            FakeMonitorSource.of(aMonitor("1").withUptime(LAST_24H, "0.9999"));
    private static final FakeMonitorSource DOWN =
            FakeMonitorSource.of(aMonitor("1").down().withUptime(LAST_24H, "0.9"));
    private static final FakeMonitorSource SILENT = FakeMonitorSource.failing(Failure.Reason.UNREACHABLE);

    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeStateStore memory = new FakeStateStore();
    private final FakeIncidentStore incidents = new FakeIncidentStore();
    private final RecordingPublisher place = new RecordingPublisher();
    private StatusDocument document;
    private HistoryDocument history;

    @AfterEach
    void end() {
        executor.close();
    }

    @Test
    void anOutageIsConfirmedByTheSecondRunAndASingleBlipNever() {
        assertThat(published(0, UP)).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(published(1, DOWN)).isEqualTo(PlatformStatus.DEGRADED);
        assertThat(published(2, UP)).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(published(3, DOWN)).isEqualTo(PlatformStatus.DEGRADED);
        assertThat(published(4, DOWN)).isEqualTo(PlatformStatus.OUTAGE);
        assertThat(history.transitions()).hasSize(1);
        assertThat(history.transitions().get(0).to()).isEqualTo(PlatformStatus.OUTAGE);
        assertThat(history.transitions().get(0).at()).isEqualTo(START.plus(TEN_MINUTES.multipliedBy(4)));
    }

    @Test
    void theHistoryHasNinetyDaysAndTheWorstOfToday() {
        published(0, UP);
        published(1, DOWN);

        assertThat(history.days()).hasSize(90);
        assertThat(history.days().get(89).worstStatus()).isEqualTo(ComponentStatus.DEGRADED);
    }

    @Test
    void aSlotDeliveredTwiceIsPublishedOnce() {
        RunReport first = run(0, UP, START);
        RunReport second = run(0, UP, START);

        assertThat(first.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(second.outcome()).isEqualTo(Outcome.SKIPPED);
        assertThat(place.editions()).hasSize(1);
        assertThat(memory.writes()).isEqualTo(1);
    }

    @Test
    void aSlotThatComesAfterALaterOneIsLeftAlone() {
        run(1, UP, START.plus(TEN_MINUTES));

        assertThat(run(1, UP, START).outcome()).isEqualTo(Outcome.SKIPPED);
    }

    @Test
    void aRunThatDiedBetweenMemoryAndSiteIsPublishedBySameSlotWithoutCountingTwice() {
        place.refuse();
        assertThatThrownBy(() -> run(0, UP, START)).isInstanceOf(PublishException.class);
        place.accept();

        RunReport again = run(0, UP, START);

        assertThat(again.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(place.editions()).extracting(Revision::number).containsExactly(1L);
        assertThat(memory.writes()).isEqualTo(1);
    }

    @Test
    void aRunWhoseClockIsBehindTheLastWriterIsSuperseded() {
        published(1, UP);

        RunReport late = run(0, DOWN, StatusRun.BY_HAND);

        assertThat(late.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(place.editions()).hasSize(1);
    }

    @Test
    void aWriterFarAheadWasWrongAndDoesNotSilenceUs() {
        published(12, UP);

        RunReport report = run(0, UP, StatusRun.BY_HAND);

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("ahead of this clock"));
    }

    @Test
    void whoeverIsFasterPublishes() {
        memory.refusing(true, "");

        RunReport report = run(0, UP, StatusRun.BY_HAND);

        assertThat(report.outcome()).isEqualTo(Outcome.SUPERSEDED);
        assertThat(place.editions()).isEmpty();
    }

    @Test
    void aMemoryThatCannotBeWrittenDoesNotStopThePublication() {
        memory.refusing(false, "the bucket refuses");

        RunReport report = run(0, UP, StatusRun.BY_HAND);

        assertThat(report.outcome()).isEqualTo(Outcome.PUBLISHED);
        assertThat(report.warnings()).contains("the bucket refuses");
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"NEWER", "UNAVAILABLE"})
    void withoutAMemoryToBeHadTheMeasuredStatusIsToldAndNothingIsWritten(Condition condition) {
        memory.in(condition);

        assertThat(published(0, DOWN)).isEqualTo(PlatformStatus.OUTAGE);
        assertThat(memory.writes()).isZero();
    }

    @Test
    void aRunThatReadsNeitherStateNorPublishedNumberFailsAndPublishesNothing() {
        published(0, UP);
        memory.in(Condition.UNAVAILABLE);
        place.hide();

        assertThatThrownBy(() -> run(1, UP, StatusRun.BY_HAND))
                .isInstanceOf(PublishException.class)
                .hasMessageContaining("neither the state nor the published status.json");
        assertThat(place.editions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
            value = Condition.class,
            names = {"MISSING", "CORRUPT"})
    void aLostMemoryBeginsAnewButTheNumbersGoOn(Condition condition) {
        published(0, UP);
        published(1, UP);
        memory.in(condition);

        published(2, UP);

        assertThat(place.editions()).extracting(Revision::number).containsExactly(1L, 2L, 3L);
        assertThat(memory.state().seq()).isEqualTo(3);
    }

    @Test
    void anOverrideReplacesTheMeasuredStatusButNotTheUptime() {
        override(PlatformStatus.OUTAGE);

        RunReport report = run(0, UP, StatusRun.BY_HAND);

        assertThat(document.platformStatus()).isEqualTo(PlatformStatus.OUTAGE);
        assertThat(document.statusSource()).isEqualTo(StatusSource.OPERATOR);
        assertThat(document.measuredStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(document.override().reason()).isEqualTo("Power failure");
        assertThat(document.uptime().last24h()).isEqualByComparingTo("99.99");
        assertThat(history.days().get(89).worstStatus()).isEqualTo(ComponentStatus.OUTAGE);
        assertThat(report.platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
    }

    @Test
    void anOverrideAppliesWhereNothingIsKnown() {
        override(PlatformStatus.DEGRADED);

        assertThat(published(0, SILENT)).isEqualTo(PlatformStatus.DEGRADED);
    }

    @Test
    void anOverrideRemindsBeforeItEndsAndThenEndsByItself() {
        override(PlatformStatus.OUTAGE);

        RunReport early = run(20, UP, StatusRun.BY_HAND);
        RunReport late = run(22, UP, StatusRun.BY_HAND);
        RunReport after = run(24, UP, StatusRun.BY_HAND);

        assertThat(early.warnings()).singleElement().asString().startsWith("shown as outage");
        assertThat(late.warnings()).anyMatch(warning -> warning.startsWith("OVERRIDE_ENDING"));
        assertThat(after.warnings()).isEmpty();
        assertThat(document.override()).isNull();
        assertThat(document.statusSource()).isEqualTo(StatusSource.AUTOMATIC);
    }

    @Test
    void announcementsThatCannotBeReadAreAWarningAndTheMeasuredStatusIsPublished() {
        incidents.spoil();

        RunReport report = run(0, UP, StatusRun.BY_HAND);

        assertThat(document.platformStatus()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(report.warnings()).anyMatch(warning -> warning.contains("without an id"));
    }

    @Test
    void aRehearsalLeavesMemoryAndSiteAlone() {
        build(0, UP).build().dryRun();

        assertThat(memory.writes()).isZero();
        assertThat(place.editions()).isEmpty();
    }

    private PlatformStatus published(int run, MonitorSource monitors) {
        run(run, monitors, StatusRun.BY_HAND);
        return document.platformStatus();
    }

    private RunReport run(int run, MonitorSource monitors, Instant slot) {
        RunBuilder builder = build(run, monitors);
        RunReport report = builder.build().publish(slot);
        document = last(builder.documents());
        history = last(builder.histories());
        return report;
    }

    private RunBuilder build(int run, MonitorSource monitors) {
        Clock clock = Clock.fixed(START.plus(TEN_MINUTES.multipliedBy(run)), ZoneOffset.UTC);
        return RunBuilder.aRun(clock, executor)
                .reading(monitors)
                .remembering(memory)
                .announcing(incidents)
                .publishingTo(place);
    }

    private void override(PlatformStatus status) {
        incidents.edit(
                any -> any.with(new StatusOverride(status, "Power failure", START, START.plus(Duration.ofHours(4)))));
    }

    private static <T> T last(List<T> all) {
        return all.get(all.size() - 1);
    }
}
