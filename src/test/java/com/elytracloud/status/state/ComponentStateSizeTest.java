package com.elytracloud.status.state;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentState;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.testing.StateBuilder;

import static org.assertj.core.api.Assertions.assertThat;

class ComponentStateSizeTest {
    private static final long SEED = 20_261_126;
    private static final Instant START = Instant.parse("2026-08-28T00:00:00Z");
    private static final Duration EVERY = Duration.ofMinutes(10);

    @Test
    void ninetyDaysOfThirtyComponentsFitInto64KiB() {
        Map<String, ComponentState> components = new HashMap<>();
        for (int i = 0; i < 30; i++) {
            Component component = new Component("component-" + i, "Component " + i, Set.of(new MonitorId("" + i)));
            components.put(component.id(), ninetyDays(component, i, new Random(SEED + i)));
        }
        RunState small = StateBuilder.aSmallState();
        RunState state = new RunState(
                small.seq(),
                small.slot(),
                small.writtenAt(),
                small.flaps(),
                components,
                small.monitors(),
                small.ledger(),
                small.figures(),
                small.history(),
                small.transitions(),
                small.backups(),
                Announcements.NONE);

        byte[] bytes = StateJson.toBytes(state);

        assertThat(bytes.length).as("bytes with seed %d", SEED).isLessThanOrEqualTo(64 * 1024);
        assertThat(StateJson.parse(bytes).state()).isEqualTo(state);
    }

    // Every tenth hour or so has an outage of some minutes.
    private static ComponentState ninetyDays(Component component, int position, Random random) {
        UptimeLedger ledger = UptimeLedger.EMPTY;
        DailyHistory history = DailyHistory.NONE;
        for (int run = 0; run < 90 * 144; run++) {
            Instant at = START.plus(EVERY.multipliedBy(run)).plusMillis(random.nextInt(20_000));
            boolean isDown = random.nextInt(600) == 0;
            ledger = ledger.with(at, isDown ? new UptimeCounts(0, 1, 0, 1) : new UptimeCounts(1, 0, 0, 1));
            if (run % 36 == 0) {
                history = history.with(at, isDown ? ComponentStatus.OUTAGE : ComponentStatus.OPERATIONAL);
            }
        }
        return new ComponentState(component, position, FlapState.NONE, ledger, history);
    }
}
