package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static com.elytracloud.status.testing.ScopeBuilder.ids;
import static org.assertj.core.api.Assertions.assertThat;

class AssessorTest {
    private static final Assessor.Rules RULES = TestRules.of(
            new MonitorScope(Set.of(), Set.of(), Set.of(), Map.of(), ""), new Component("web", "Web", ids("1", "2")));

    @Test
    void anOutageThatTheBeatsConfirmIsToldAtOnceAndAnotherWaits() {
        assertThat(judge(allDown("PT6M", "PT3M", "PT1S"), true)).isEqualTo(PlatformStatus.OUTAGE);
        assertThat(judge(allDown("PT2M", "PT1M", "PT1S"), true)).isEqualTo(PlatformStatus.DEGRADED);
    }

    @Test
    void whatCannotBeRememberedIsToldAsItIsMeasured() {
        assertThat(judge(allDown("PT2M", "PT1M", "PT1S"), false)).isEqualTo(PlatformStatus.OUTAGE);
    }

    @Test
    void withoutMonitorsNoComponentIsKnown() {
        Assessment assessment = assess(new Reading.Nothing<>(), true);

        assertThat(assessment.platform().reason()).isEqualTo("SOURCE_EMPTY");
        assertThat(assessment.components())
                .extracting(Component.Verdict::verdict)
                .containsExactly(assessment.platform());
    }

    private static PlatformStatus judge(MonitorFleet fleet, boolean isKept) {
        return assess(new Reading.Found<>(fleet), isKept).platform().status();
    }

    private static Assessment assess(Reading<MonitorFleet> monitors, boolean isKept) {
        return Assessor.assess(
                monitors,
                new Reading.Nothing<>(),
                RULES,
                new Assessor.PriorState(RunState.FIRST, 0, isKept, Announcements.NONE),
                NOW,
                Instant.MIN);
    }

    private static MonitorFleet allDown(String... beats) {
        return aFleet(
                aMonitor("1").down().withBeats(beats), aMonitor("2").down().withBeats(beats));
    }

    @Test
    void theOperatorIsToldByNameWhatIsDownUnknownOrPaused() {
        MonitorFleet fleet = new MonitorFleet(
                List.of(
                        reading("8", "Legacy shop", Monitor.State.DOWN),
                        reading("9", "", Monitor.State.DOWN),
                        reading("11", "Flaky", Monitor.State.PENDING)),
                0,
                Instant.MIN);

        Assessment assessment = Assessor.assess(
                new Reading.Found<>(fleet),
                new Reading.Nothing<>(),
                TestRules.of(MonitorScope.EVERYTHING),
                new Assessor.PriorState(RunState.FIRST, 0, false, Announcements.NONE),
                NOW,
                Instant.MIN);

        assertThat(assessment.monitors())
                .isEqualTo(
                        "down: Legacy shop (8), 9; unknown: Flaky (11): pending, and neither up nor down in the last 25 minutes");
    }

    @Test
    void aSourceThatLostItsNetworkIsUnknownAndANoteSaysSo() {
        MonitorScope scope = aScope().controls("2").scope();

        PlatformVerdict verdict = Assessor.assess(
                        new Reading.Found<>(aFleet(aMonitor("1"), aMonitor("2").down())),
                        new Reading.Nothing<>(),
                        TestRules.of(scope),
                        new Assessor.PriorState(RunState.FIRST, 0, false, Announcements.NONE),
                        NOW,
                        Instant.MIN)
                .platform();

        assertThat(verdict).isEqualTo(new PlatformVerdict(PlatformStatus.UNKNOWN, "SOURCE_LOST_NETWORK"));
        assertThat(verdict.note()).contains("lost its own network");
    }

    private static MonitorReading reading(String id, String name, Monitor.State state) {
        Monitor monitor = new Monitor(new MonitorId(id), Monitor.Kind.PROBE, name, "");
        return new MonitorReading(monitor, true, state, List.of(), Map.of());
    }
}
