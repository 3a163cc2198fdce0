package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.TenantBuilder;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.domain.PlatformStatus.DEGRADED;
import static com.elytracloud.status.domain.PlatformStatus.OPERATIONAL;
import static com.elytracloud.status.domain.PlatformStatus.OUTAGE;
import static com.elytracloud.status.domain.PlatformStatus.UNKNOWN;
import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class NextStateTest {
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Reading<MonitorFleet> NO_ANSWER =
            new Reading.Failed<>(new Failure(Failure.Reason.TIMED_OUT, ""));
    private static final Reading<BackupListing> NO_LISTING =
            new Reading.Failed<>(new Failure(Failure.Reason.TIMED_OUT, ""));

    @Test
    void everyRunIsNumberedAndDatedAndKeepsTheNewestSlot() {
        RunState first = advance(RunState.FIRST, NOW, NOW, reading(OPERATIONAL), NO_LISTING);
        RunState byHand = advance(first, LATER, Instant.MIN, reading(OPERATIONAL), NO_LISTING);

        assertThat(List.of(first.seq(), byHand.seq())).containsExactly(1L, 2L);
        assertThat(byHand.writtenAt()).isEqualTo(LATER);
        assertThat(byHand.slot()).isEqualTo(NOW);
    }

    @Test
    void aDayIsAsBadAsItsWorstPublishedStatus() {
        assertThat(advance(RunState.FIRST, NOW, NOW, reading(DEGRADED), NO_LISTING)
                        .history()
                        .worst())
                .containsValue(ComponentStatus.DEGRADED);
    }

    @Test
    void aSourceThatDoesNotAnswerIsUnseenTimeAndDropsNoMonitor() {
        RunState before = advance(RunState.FIRST, NOW, NOW, reading(OPERATIONAL), NO_LISTING);

        RunState after = advance(before, LATER, LATER, NO_ANSWER, NO_LISTING);

        assertThat(after.ledger().days().values().stream().reduce(UptimeCounts.NONE, UptimeCounts::plus))
                .isEqualTo(new UptimeCounts(1_800, 0, 0, 3_600));
        assertThat(after.monitors()).isEqualTo(before.monitors()).isNotEqualTo(KnownMonitors.NONE);
    }

    @Test
    void aListingThatFailedDropsNoSeries() {
        Reading<BackupListing> listed =
                new Reading.Found<>(TenantBuilder.listing(List.of(TenantBuilder.aTenant("acme"))));
        RunState before = advance(RunState.FIRST, NOW, NOW, reading(OPERATIONAL), listed);

        assertThat(before.backups().series()).extracting(BackupSeries::customer).containsExactly("acme");
        assertThat(advance(before, LATER, LATER, reading(OPERATIONAL), NO_LISTING)
                        .backups())
                .isEqualTo(before.backups());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("confirmed")
    void onlyConfirmedChangesAreTransitions(List<PlatformStatus> raw, List<RunState.Transition> expected) {
        assertThat(after(raw).transitions()).isEqualTo(expected);
    }

    static Stream<Arguments> confirmed() {
        return Stream.of(
                arguments(List.of(OPERATIONAL), List.of()),
                arguments(List.of(OPERATIONAL, OUTAGE, OPERATIONAL, UNKNOWN, OPERATIONAL), List.of()),
                arguments(List.of(OPERATIONAL, OUTAGE, OUTAGE, OUTAGE), List.of(changed(2, OPERATIONAL, OUTAGE))),
                arguments(
                        List.of(OPERATIONAL, OUTAGE, OUTAGE, OPERATIONAL, OPERATIONAL),
                        List.of(changed(2, OPERATIONAL, OUTAGE), changed(4, OUTAGE, OPERATIONAL))),
                arguments(
                        List.of(OPERATIONAL, UNKNOWN, UNKNOWN, OPERATIONAL),
                        List.of(changed(2, OPERATIONAL, UNKNOWN), changed(3, UNKNOWN, OPERATIONAL))));
    }

    @Test
    void theNewestHundredAreKept() {
        PlatformStatus[] flapping = new PlatformStatus[121];
        Arrays.setAll(flapping, i -> i % 2 == 0 ? OPERATIONAL : DEGRADED);

        List<RunState.Transition> transitions = after(List.of(flapping)).transitions();

        assertThat(transitions).hasSize(100).endsWith(changed(120, DEGRADED, OPERATIONAL));
    }

    private static RunState.Transition changed(int run, PlatformStatus from, PlatformStatus to) {
        return new RunState.Transition(NOW.plusSeconds(600L * run), from, to);
    }

    private static RunState after(List<PlatformStatus> raw) {
        RunState state = RunState.FIRST;
        for (int i = 0; i < raw.size(); i++) {
            state = advance(state, NOW.plusSeconds(600L * i), NOW, reading(raw.get(i)), NO_LISTING);
        }
        return state;
    }

    private static RunState advance(
            RunState before,
            Instant now,
            Instant slot,
            Reading<MonitorFleet> monitors,
            Reading<BackupListing> backups) {
        return Assessor.assess(
                        monitors,
                        backups,
                        TestRules.of(MonitorScope.EVERYTHING),
                        new Assessor.PriorState(before, 0, true, Announcements.NONE),
                        now,
                        slot)
                .next();
    }

    private static Reading<MonitorFleet> reading(PlatformStatus status) {
        return switch (status) {
            case OPERATIONAL -> fleet(aMonitor("1"), aMonitor("2"), aMonitor("3"));
            case DEGRADED -> fleet(aMonitor("1"), aMonitor("2"), aMonitor("3").down());
            case OUTAGE ->
                fleet(aMonitor("1").down(), aMonitor("2").down(), aMonitor("3").down());
            case UNKNOWN -> NO_ANSWER;
        };
    }

    private static Reading<MonitorFleet> fleet(MonitorBuilder... monitors) {
        return new Reading.Found<>(aFleet(monitors));
    }
}
