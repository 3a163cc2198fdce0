package com.elytracloud.status.assess;

import java.util.List;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.NinetyDaysTest.Step;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.state.StateJson;

import static org.assertj.core.api.Assertions.assertThat;

/** {@link NinetyDays} with the memory going through its bytes, and those bytes spoilt once. */
@Tag("nightly")
class NinetyDaysOfStateTest {
    private static final long SEED = Long.getLong("ninety.seed", System.nanoTime());
    private static final int RUNS_IN_ONE_PROCESS = 12;
    private static final int SPOILT_AFTER_DAYS = 40;
    private static final int MOST_BYTES = 64 * 1024;

    private static int largest;
    private static int falseOutages;
    private static int realOutages;
    private static int losses;
    private static int repairedAfter;
    private static RunState last = RunState.FIRST;

    @BeforeAll
    static void liveThroughThem() {
        List<NinetyDays.Run> runs = new NinetyDays(SEED).runs();
        int spoilt = runs.size() * SPOILT_AFTER_DAYS / 90 / RUNS_IN_ONE_PROCESS * RUNS_IN_ONE_PROCESS;
        for (int i = 0; i < runs.size(); i++) {
            Step kept = NinetyDaysTest.step(last, runs.get(i), false);
            count(runs.get(i), kept);
            last = i % RUNS_IN_ONE_PROCESS == 0 ? throughBytes(kept.next(), i == spoilt) : kept.next();
            if (losses == 1 && repairedAfter == 0 && kept.uptime().containsKey(UptimeWindow.LAST_24H) && i > spoilt) {
                repairedAfter = i - spoilt;
            }
        }
        System.out.printf(
                "90 days, seed %d: the state has at most %d bytes; a day after its loss uptime was back (%d runs)%n",
                SEED, largest, repairedAfter);
    }

    @Test
    void theStateStaysSmall() {
        assertThat(largest).as("seed %d", SEED).isPositive().isLessThan(MOST_BYTES);
    }

    @Test
    void aLostMemoryInventsNoOutageAndHidesNone() {
        assertThat(losses).isEqualTo(1);
        assertThat(falseOutages).as("seed %d", SEED).isZero();
        assertThat(realOutages).as("seed %d", SEED).isEqualTo(3);
    }

    @Test
    void afterALossADayIsKnownAgainOnlyWhenThreeQuartersOfItAre() {
        assertThat(repairedAfter).as("seed %d", SEED).isBetween(90, 150);
    }

    @Test
    void whatWasReadIsWrittenAndReadAgainToTheLastCell() {
        RunState read = StateJson.parse(StateJson.toBytes(last)).state();

        assertThat(read.ledger()).isEqualTo(last.ledger());
        assertThat(StateJson.parse(StateJson.toBytes(read)).state()).isEqualTo(read);
    }

    private static void count(NinetyDays.Run run, Step kept) {
        if (kept.published() == PlatformStatus.OUTAGE) {
            if (run.isInOutage()) {
                realOutages++;
            } else {
                falseOutages++;
            }
        }
    }

    private static RunState throughBytes(RunState state, boolean spoilt) {
        byte[] bytes = StateJson.toBytes(state);
        largest = Math.max(largest, bytes.length);
        if (spoilt) {
            bytes[bytes.length / 2] ^= 1;
        }
        StateJson.Parsed parsed = StateJson.parse(bytes);
        if (parsed.condition() == Condition.CORRUPT) {
            losses++;
            return RunState.FIRST.atLeast(state.seq());
        }
        return parsed.state();
    }
}
