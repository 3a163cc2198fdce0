package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;

import static com.elytracloud.status.domain.PlatformStatus.DEGRADED;
import static com.elytracloud.status.domain.PlatformStatus.OPERATIONAL;
import static com.elytracloud.status.domain.PlatformStatus.OUTAGE;
import static com.elytracloud.status.domain.PlatformStatus.UNKNOWN;
import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class TransitionDetectorTest {
    private static final Failure SILENCE = new Failure(Failure.Reason.TIMED_OUT, "");

    @Test
    void aFirstRunChangesNothing() {
        assertThat(after(OPERATIONAL).transitions()).isEmpty();
    }

    @Test
    void anOutageIsOneTransitionAtTheRunThatConfirmsIt() {
        assertThat(after(OPERATIONAL, OUTAGE, OUTAGE, OUTAGE).transitions())
                .containsExactly(new Transition(NOW.plusSeconds(1_200), OPERATIONAL, OUTAGE));
    }

    @Test
    void itsEndIsOneTransitionAtTheRunThatConfirmsIt() {
        assertThat(after(OPERATIONAL, OUTAGE, OUTAGE, OPERATIONAL, OPERATIONAL).transitions())
                .containsExactly(
                        new Transition(NOW.plusSeconds(1_200), OPERATIONAL, OUTAGE),
                        new Transition(NOW.plusSeconds(2_400), OUTAGE, OPERATIONAL));
    }

    @Test
    void aSingleBadOrUnknownRunIsNoTransition() {
        assertThat(after(OPERATIONAL, OUTAGE, OPERATIONAL, UNKNOWN, OPERATIONAL).transitions())
                .isEmpty();
    }

    @Test
    void aSecondUnknownIs() {
        assertThat(after(OPERATIONAL, UNKNOWN, UNKNOWN, OPERATIONAL).transitions())
                .extracting(Transition::to)
                .containsExactly(UNKNOWN, OPERATIONAL);
    }

    @Test
    void theNewestFiftyAreKept() {
        PlatformStatus[] flapping = new PlatformStatus[121];
        Arrays.setAll(flapping, i -> i % 2 == 0 ? OPERATIONAL : DEGRADED);

        List<Transition> transitions = after(flapping).transitions();

        assertThat(transitions).hasSize(50);
        assertThat(transitions.get(49)).isEqualTo(new Transition(NOW.plusSeconds(72_000), DEGRADED, OPERATIONAL));
    }

    @Test
    void theTransitionOfARunCanBeToldFromTheStatesAroundIt() {
        RunState before = after(OPERATIONAL);
        FlapState after = FlapFilter.filter(before.flaps(), OUTAGE, true, NOW).next();

        assertThat(TransitionDetector.detect(before, after, NOW)).contains(new Transition(NOW, OPERATIONAL, OUTAGE));
        assertThat(TransitionDetector.detect(before, before.flaps(), NOW)).isEmpty();
    }

    private static RunState after(PlatformStatus... raw) {
        RunState state = RunState.FIRST;
        for (int i = 0; i < raw.length; i++) {
            Instant at = NOW.plusSeconds(600L * i);
            StateTransition.Run run = Runs.run(
                    at,
                    NOW,
                    new Reading.Failed<>(SILENCE),
                    FlapFilter.filter(state.flaps(), raw[i], false, at),
                    new Reading.Failed<>(SILENCE));
            state = StateTransition.advance(state, run, BackupPolicy.NIGHTLY).next();
        }
        return state;
    }
}
