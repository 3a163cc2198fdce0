package com.elytracloud.status.state;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Component;
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
    private static final long FIRST_DAY = LocalDate.parse("2026-08-28").toEpochDay();

    @Test
    void ninetyDaysOfThirtyComponentsFitInto64KiB() {
        Map<String, Component.State> components = new HashMap<>();
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

        byte[] bytes = JsonStateStore.bytes(state);

        assertThat(bytes.length).as("bytes with seed %d", SEED).isLessThanOrEqualTo(64 * 1024);
        assertThat(JsonStateStore.parse(bytes).state()).isEqualTo(state);
    }

    // Every tenth hour or so has an outage of some minutes.
    private static Component.State ninetyDays(Component component, int position, Random random) {
        SortedMap<Long, UptimeCounts> hours = new TreeMap<>();
        SortedMap<Long, UptimeCounts> days = new TreeMap<>();
        DailyHistory history = DailyHistory.NONE;
        for (int day = 0; day < UptimeLedger.DAYS_KEPT; day++) {
            boolean isBad = false;
            for (int hour = 0; hour < 24; hour++) {
                long down = random.nextInt(10) == 0 ? 500 + random.nextInt(200) : 0;
                UptimeCounts counts = new UptimeCounts(UptimeLedger.HOUR - down, down, 0, UptimeLedger.HOUR);
                days.merge(FIRST_DAY + day, counts, UptimeCounts::plus);
                if (day >= UptimeLedger.DAYS_KEPT - UptimeLedger.HOURS_KEPT / 24) {
                    hours.put((FIRST_DAY + day) * 24 + hour, counts);
                }
                isBad |= down > 0;
            }
            Instant at = Instant.EPOCH.plus(Duration.ofDays(FIRST_DAY + day));
            history = history.with(at, isBad ? ComponentStatus.OUTAGE : ComponentStatus.OPERATIONAL);
        }
        Instant end = Instant.EPOCH.plus(Duration.ofDays(FIRST_DAY + UptimeLedger.DAYS_KEPT));
        return new Component.State(component, position, FlapState.NONE, new UptimeLedger(hours, days, end, 1), history);
    }
}
