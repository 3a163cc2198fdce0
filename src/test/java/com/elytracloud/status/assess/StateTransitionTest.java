package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.domain.PlatformStatus.DEGRADED;
import static com.elytracloud.status.domain.PlatformStatus.OPERATIONAL;
import static com.elytracloud.status.domain.PlatformStatus.OUTAGE;
import static com.elytracloud.status.domain.PlatformStatus.UNKNOWN;
import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class StateTransitionTest {
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Filtered GOOD = new Filtered(OPERATIONAL, FlapState.NONE);
    private static final Reading<BackupListing> NO_LISTING =
            new Reading.Failed<>(new Failure(Failure.Reason.TIMED_OUT, ""));

    @Test
    void everyRunIsNumberedAndDatedAndKeepsTheNewestSlot() {
        RunState first = advance(RunState.FIRST, NOW, NOW, up(), GOOD, NO_LISTING);
        RunState byHand = advance(first, LATER, Instant.MIN, up(), GOOD, NO_LISTING);

        assertThat(List.of(first.seq(), byHand.seq())).containsExactly(1L, 2L);
        assertThat(byHand.writtenAt()).isEqualTo(LATER);
        assertThat(byHand.slot()).isEqualTo(NOW);
    }

    @Test
    void aDayIsAsBadAsItsWorstPublishedStatus() {
        Filtered degraded = new Filtered(DEGRADED, FlapState.NONE);

        assertThat(advance(RunState.FIRST, NOW, NOW, up(), degraded, NO_LISTING)
                        .history()
                        .worst())
                .containsValue(ComponentStatus.DEGRADED);
    }

    @Test
    void aSourceThatDoesNotAnswerIsUnseenTimeAndDropsNoMonitor() {
        RunState before = advance(RunState.FIRST, NOW, NOW, up(), GOOD, NO_LISTING);

        RunState after = advance(before, LATER, LATER, ClassifiedMonitors.none(before.monitors()), GOOD, NO_LISTING);

        assertThat(after.ledger().days().values().stream().reduce(UptimeCounts.NONE, UptimeCounts::plus))
                .isEqualTo(new UptimeCounts(600, 0, 0, 1_200));
        assertThat(after.monitors()).isEqualTo(before.monitors()).isNotEqualTo(KnownMonitors.NONE);
    }

    @Test
    void aListingThatFailedDropsNoSeries() {
        Reading<BackupListing> listed =
                new Reading.Found<>(TenantBuilder.listing(List.of(TenantBuilder.aTenant("acme"))));
        RunState before = advance(RunState.FIRST, NOW, NOW, up(), GOOD, listed);

        assertThat(before.backups().series()).extracting(BackupSeries::customer).containsExactly("acme");
        assertThat(advance(before, LATER, LATER, up(), GOOD, NO_LISTING).backups())
                .isEqualTo(before.backups());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("confirmed")
    void onlyConfirmedChangesAreTransitions(List<PlatformStatus> raw, List<Transition> expected) {
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

        List<Transition> transitions = after(List.of(flapping)).transitions();

        assertThat(transitions).hasSize(100).endsWith(changed(120, DEGRADED, OPERATIONAL));
    }

    private static Transition changed(int run, PlatformStatus from, PlatformStatus to) {
        return new Transition(NOW.plusSeconds(600L * run), from, to);
    }

    private static RunState after(List<PlatformStatus> raw) {
        RunState state = RunState.FIRST;
        for (int i = 0; i < raw.size(); i++) {
            Instant at = NOW.plusSeconds(600L * i);
            Filtered filtered = FlapFilter.filter(state.flaps(), raw.get(i), false, at);
            state = advance(state, at, NOW, ClassifiedMonitors.none(KnownMonitors.NONE), filtered, NO_LISTING);
        }
        return state;
    }

    private static RunState advance(
            RunState before,
            Instant now,
            Instant slot,
            ClassifiedMonitors classified,
            Filtered filtered,
            Reading<BackupListing> backups) {
        ComponentStatus day = ComponentStatus.of(filtered.published());
        return StateTransition.advance(
                before,
                new StateTransition.Run(now, slot, classified, filtered, day, Map.of(), backups, Announcements.NONE),
                BackupPolicy.NIGHTLY);
    }

    private static ClassifiedMonitors up() {
        return MonitorClassifier.classify(aFleet(aMonitor("1")), aScope().scope(), List.of(), KnownMonitors.NONE, NOW)
                .orElse(null);
    }
}
