package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorMemory.UptimeSeed;
import com.elytracloud.status.domain.ScopeWeights;
import com.elytracloud.status.domain.UptimeLedger;

import static org.assertj.core.api.Assertions.assertThat;

class SeededUptimeTest {
    private static final Instant START = Instant.parse("2026-11-25T12:50:00Z");
    private static final MonitorId ONE = new MonitorId("1");
    private static final MonitorId TWO = new MonitorId("2");
    private static final List<ClassifiedMonitor> SCOPE = List.of(monitor(ONE, 3), monitor(TWO, 1));

    @Test
    void onTheFirstDayTheFigureIsTheSources() {
        assertThat(over(Map.of(ONE, seed("0.9612"), TWO, seed("0.9212")), 0, 1)).contains(new BigDecimal("95.12"));
    }

    @Test
    void threeQuartersOfTheWeightAreEnough() {
        assertThat(over(Map.of(ONE, seed("0.9612")), 0, 1)).contains(new BigDecimal("96.12"));
        assertThat(over(Map.of(TWO, seed("0.9612")), 0, 1)).isEmpty();
    }

    @Test
    void ourOwnMeasurementsReplaceTheSeedDayByDay() {
        Map<MonitorId, UptimeSeed> seeds = Map.of(ONE, seed("0.9"), TWO, seed("0.9"));

        // Two of seven days of an outage: five sevenths of 90.
        assertThat(over(seeds, 2 * 24, 0).orElseThrow()).isBetween(new BigDecimal("63.8"), new BigDecimal("64.8"));
        assertThat(over(seeds, 7 * 24, 1)).isEmpty();
    }

    @Test
    void aLongGapOfOurOwnIsNotBridged() {
        Map<MonitorId, UptimeSeed> seeds = Map.of(ONE, seed("0.9"), TWO, seed("0.9"));

        assertThat(SeededUptime.over(SCOPE, seeds, UptimeLedger.EMPTY, 7, START.plus(Duration.ofDays(1))))
                .isPresent();
        assertThat(SeededUptime.over(SCOPE, seeds, UptimeLedger.EMPTY, 7, START.plus(Duration.ofDays(2))))
                .isEmpty();
    }

    private static Optional<BigDecimal> over(Map<MonitorId, UptimeSeed> seeds, int hours, int up) {
        UptimeLedger ledger = UptimeLedger.EMPTY;
        Instant now = START;
        for (int run = 0; run <= 6 * hours; run++) {
            now = START.plus(Duration.ofMinutes(10L * run));
            ledger = ledger.with(now, new ScopeWeights(4L * up, 4L * (1 - up), 0, 0));
        }
        return SeededUptime.over(SCOPE, seeds, ledger, 7, now);
    }

    private static UptimeSeed seed(String week) {
        return new UptimeSeed(START, Map.of(7, new BigDecimal(week)));
    }

    private static ClassifiedMonitor monitor(MonitorId id, int weight) {
        return new ClassifiedMonitor(id, MonitorClass.UP, "up", weight, false, Map.of());
    }
}
