package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.assess.StateTransition.Kept;
import com.elytracloud.status.assess.StateTransition.Run;
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
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.testing.MonitorBuilder;
import com.elytracloud.status.testing.TenantBuilder;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;
import static org.assertj.core.api.Assertions.assertThat;

class StateTransitionTest {
    private static final Instant LATER = NOW.plusSeconds(600);
    private static final Failure SILENCE = new Failure(Failure.Reason.TIMED_OUT, "");
    private static final Reading<ClassifiedMonitors> NO_ANSWER = new Reading.Failed<>(SILENCE);
    private static final Reading<BackupListing> NO_LISTING = new Reading.Failed<>(SILENCE);

    @Test
    void everyRunIsNumberedAndDated() {
        RunState state = advance(RunState.FIRST, run(NOW, up())).next();

        assertThat(state.seq()).isEqualTo(1);
        assertThat(state.writtenAt()).isEqualTo(NOW);
        assertThat(advance(state, run(LATER, up())).next().seq()).isEqualTo(2);
    }

    @Test
    void theNewestSlotIsRememberedAlsoAfterARunThatAPersonStarted() {
        RunState scheduled = advance(RunState.FIRST, run(NOW, up())).next();
        Run byHand = Runs.run(LATER, Instant.MIN, up(), operational(), NO_LISTING);

        assertThat(advance(scheduled, byHand).next().slot()).isEqualTo(NOW);
    }

    @Test
    void aDayIsAsBadAsItsWorstPublishedStatus() {
        Filtered degraded = new Filtered(PlatformStatus.DEGRADED, FlapState.NONE);

        Kept kept = advance(RunState.FIRST, Runs.run(NOW, NOW, up(), degraded, NO_LISTING));

        assertThat(kept.next().history().worst()).containsValue(ComponentStatus.DEGRADED);
    }

    @Test
    void theRunItselfCountsInTheUptimeItPublishes() {
        Reading<ClassifiedMonitors> fleet = fleet(aMonitor("1").withUptime(UptimeWindow.LAST_24H, "0.995"));
        RunState state = RunState.FIRST;
        for (int day = 6; day > 0; day--) {
            state = advance(state, run(NOW.minus(Duration.ofDays(day)), fleet)).next();
        }

        assertThat(advance(state, run(NOW, fleet)).uptime())
                .isEqualTo(Map.of(
                        UptimeWindow.LAST_24H, new BigDecimal("99.50"), UptimeWindow.LAST_7D, new BigDecimal("99.50")));
    }

    @Test
    void aSourceThatDoesNotAnswerIsUnseenTimeAndForgetsNoMonitor() {
        RunState before = advance(RunState.FIRST, run(NOW, up())).next();

        RunState after = advance(before, run(LATER, NO_ANSWER)).next();

        assertThat(after.ledger().days().values().stream().reduce(UptimeCounts.NONE, UptimeCounts::plus))
                .isEqualTo(new UptimeCounts(600, 0, 0, 1_200));
        assertThat(after.monitors()).isEqualTo(before.monitors()).isNotEqualTo(KnownMonitors.NONE);
    }

    @Test
    void aListingThatFailedForgetsNoSeries() {
        RunState before = advance(RunState.FIRST, listing(NOW, "acme")).next();

        assertThat(before.backups().series()).extracting(BackupSeries::customer).containsExactly("acme");
        assertThat(advance(before, run(LATER, up())).next().backups()).isEqualTo(before.backups());
    }

    private static Kept advance(RunState before, Run run) {
        return StateTransition.advance(before, run, BackupPolicy.NIGHTLY);
    }

    private static Run run(Instant now, Reading<ClassifiedMonitors> fleet) {
        return Runs.run(now, now, fleet, operational(), NO_LISTING);
    }

    private static Run listing(Instant now, String tenant) {
        return Runs.run(
                now,
                now,
                up(),
                operational(),
                new Reading.Found<>(TenantBuilder.listing(List.of(TenantBuilder.aTenant(tenant)))));
    }

    private static Filtered operational() {
        return new Filtered(PlatformStatus.OPERATIONAL, FlapState.NONE);
    }

    private static Reading<ClassifiedMonitors> up() {
        return fleet(aMonitor("1"));
    }

    private static Reading<ClassifiedMonitors> fleet(MonitorBuilder... monitors) {
        return MonitorClassifier.classify(aFleet(monitors), aScope().scope(), List.of(), KnownMonitors.NONE, NOW);
    }
}
