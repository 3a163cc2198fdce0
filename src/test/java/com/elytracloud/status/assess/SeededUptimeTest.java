package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
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

    @ParameterizedTest
    @ValueSource(strings = {"2026-11-25T13:00:00Z", "2026-11-25T13:00:01Z", "2026-11-26T00:00:00Z"})
    void aFirstRunMayBeAtAFullHour(Instant first) {
        UptimeLedger ledger = UptimeLedger.EMPTY.with(first, new UptimeCounts(4, 0, 0, 4));
        Map<MonitorId, UptimeSeed> seeds = Map.of(ONE, new UptimeSeed(first, Map.of(7, new BigDecimal("0.9612"))));

        assertThat(seeded(SCOPE, seeds, ledger, UptimeWindow.LAST_7D, first)).contains(new BigDecimal("96.12"));
    }

    @Test
    void aClockThatWasSetBackLosesNothing() {
        assertThat(seeded(
                        SCOPE,
                        Map.of(ONE, seed("0.9612")),
                        UptimeLedger.EMPTY.with(START, new UptimeCounts(4, 0, 0, 4)),
                        UptimeWindow.LAST_7D,
                        START.minus(Duration.ofHours(3))))
                .contains(new BigDecimal("96.12"));
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
        assertThat(over(seeds, 7 * 24, 1)).contains(new BigDecimal("100.00"));
    }

    @Test
    void aLongGapOfOurOwnIsNotBridged() {
        Map<MonitorId, UptimeSeed> seeds = Map.of(ONE, seed("0.9"), TWO, seed("0.9"));

        assertThat(seeded(SCOPE, seeds, UptimeLedger.EMPTY, UptimeWindow.LAST_7D, START.plus(Duration.ofDays(1))))
                .isPresent();
        assertThat(seeded(SCOPE, seeds, UptimeLedger.EMPTY, UptimeWindow.LAST_7D, START.plus(Duration.ofDays(2))))
                .isEmpty();
    }

    @Test
    void aComponentHasItsNinetyDaysOnTheFirstDay() {
        Map<MonitorId, UptimeSeed> seeds = Map.of(
                ONE, new UptimeSeed(START, Map.of(90, new BigDecimal("0.9"))),
                TWO, new UptimeSeed(START, Map.of(90, new BigDecimal("0.5"))));

        assertThat(seeded(SCOPE, seeds, UptimeLedger.EMPTY, UptimeWindow.LAST_90D, START))
                .contains(new BigDecimal("80.00"));
    }

    @Test
    void daysReplaceTheSeedWhereTheHoursDoNotReachBack() {
        Map<MonitorId, UptimeSeed> seeds = Map.of(
                ONE, new UptimeSeed(START, Map.of(90, new BigDecimal("0.9"))),
                TWO, new UptimeSeed(START, Map.of(90, new BigDecimal("0.9"))));
        UptimeLedger ledger = UptimeLedger.EMPTY;
        Instant now = START;
        for (int run = 0; run <= 50 * 24 * 4; run++) {
            now = START.plus(Duration.ofMinutes(15L * run));
            ledger = ledger.with(now, new UptimeCounts(4, 0, 0, 4));
        }

        // 50 of 90 days without an outage: 40 ninetieths of 90 and the rest of 100.
        assertThat(seeded(SCOPE, seeds, ledger, UptimeWindow.LAST_90D, now).orElseThrow())
                .isBetween(new BigDecimal("95.4"), new BigDecimal("95.7"));
    }

    @Test
    void atMidnightTheWindowHasAllItsDays() {
        Instant midnight = Instant.parse("2026-11-25T00:00:00Z");
        UptimeLedger ledger = UptimeLedger.EMPTY;
        for (int run = 0; run <= 90 * 24 * 4; run++) {
            Instant now = midnight.plus(Duration.ofMinutes(15L * run)).minus(Duration.ofDays(90));
            ledger = ledger.with(now, new UptimeCounts(4, 0, 0, 4));
        }

        for (int seconds = -1; seconds <= 0; seconds++) {
            assertThat(ledger.over(Duration.ofDays(90), midnight.plusSeconds(seconds))
                            .seen()
                            .up())
                    .isEqualTo(4L * 90 * 86_400);
        }
    }

    private static Optional<BigDecimal> over(Map<MonitorId, UptimeSeed> seeds, int hours, int up) {
        UptimeLedger ledger = UptimeLedger.EMPTY;
        Instant now = START;
        for (int run = 0; run <= 6 * hours; run++) {
            now = START.plus(Duration.ofMinutes(10L * run));
            ledger = ledger.with(now, new UptimeCounts(4L * up, 4L * (1 - up), 0, 4));
        }
        return seeded(SCOPE, seeds, ledger, UptimeWindow.LAST_7D, now);
    }

    private static Optional<BigDecimal> seeded(
            List<ClassifiedMonitor> scope,
            Map<MonitorId, UptimeSeed> seeds,
            UptimeLedger ledger,
            UptimeWindow window,
            Instant now) {
        return Optional.ofNullable(new UptimeCalculator(List.of(window), scope, DailyFigures.NONE, ledger, seeds, now)
                .calculate()
                .get(window));
    }

    private static UptimeSeed seed(String week) {
        return new UptimeSeed(START, Map.of(7, new BigDecimal(week)));
    }

    private static ClassifiedMonitor monitor(MonitorId id, int weight) {
        return aMonitor(id.value()).classed(MonitorClass.UP, weight);
    }
}
