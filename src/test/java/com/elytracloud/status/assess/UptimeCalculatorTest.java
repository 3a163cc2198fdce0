package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

import static com.elytracloud.status.domain.UptimeWindow.LAST_24H;
import static com.elytracloud.status.domain.UptimeWindow.LAST_30D;
import static com.elytracloud.status.domain.UptimeWindow.LAST_7D;
import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;

class UptimeCalculatorTest {
    private static final List<ClassifiedMonitor> SILENT = List.of(showing(Map.of()));

    @Test
    void theSourcesOwnFigureComesFirst() {
        List<ClassifiedMonitor> scope =
                List.of(showing(Map.of(LAST_24H, share("0.99999"), LAST_7D, share("0.7"), LAST_30D, share("0.5"))));

        assertThat(calculate(scope, figures(30, "0.9"), ledger(30)))
                .isEqualTo(Map.of(LAST_24H, percent("99.99"), LAST_7D, percent("70.00"), LAST_30D, percent("50.00")));
    }

    @Test
    void theDailyFiguresComeSecondButNeverForASingleDay() {
        assertThat(calculate(SILENT, figures(30, "0.9"), ledger(30)))
                .isEqualTo(Map.of(LAST_24H, percent("80.00"), LAST_7D, percent("90.00"), LAST_30D, percent("90.00")));
    }

    @Test
    void theLedgerComesThird() {
        assertThat(calculate(SILENT, figures(7, "0.9"), ledger(30)))
                .isEqualTo(Map.of(LAST_24H, percent("80.00"), LAST_7D, percent("90.00"), LAST_30D, percent("80.00")));
    }

    @Test
    void aWindowThatNothingCoversIsAbsent() {
        assertThat(calculate(SILENT, figures(6, "0.9"), ledger(2))).isEqualTo(Map.of(LAST_24H, percent("80.00")));
        assertThat(calculate(List.of(), DailyFigures.NONE, UptimeLedger.EMPTY)).isEmpty();
    }

    @Test
    void withoutTheSourceItsDailyFiguresAreStillTakenForTwoHours() {
        assertThat(calculate(List.of(), figures(7, "0.9"), UptimeLedger.EMPTY, NOW.plus(Duration.ofHours(2))))
                .isEqualTo(Map.of(LAST_7D, percent("90.00")));
        assertThat(calculate(List.of(), figures(7, "0.9"), UptimeLedger.EMPTY, NOW.plus(Duration.ofMinutes(121))))
                .isEmpty();
    }

    @Test
    void aMeanOfDaysIsCutAndNotRounded() {
        assertThat(calculate(SILENT, figures(7, "0.9999999"), UptimeLedger.EMPTY))
                .containsEntry(LAST_7D, percent("99.99"));
    }

    @Test
    void daysWithoutAnEndingDecimalStillAddUp() {
        DailyFigures figures = DailyFigures.NONE.with(NOW.minus(Duration.ofDays(6)), share("0.5"));
        for (int day = 5; day >= 0; day--) {
            figures = figures.with(NOW.minus(Duration.ofDays(day)), thirdsUp(1 + day % 2));
        }

        assertThat(calculate(SILENT, figures, UptimeLedger.EMPTY)).containsEntry(LAST_7D, percent("50.00"));
    }

    @Test
    void aDailyFigureKeepsItsDigits() {
        assertThat(thirdsUp(2)).isEqualTo(share("0.666666666666666"));
    }

    private static BigDecimal thirdsUp(int up) {
        ClassifiedMonitor down = aMonitor("2").withUptime(LAST_24H, "0").classed(MonitorClass.DOWN, 3 - up);
        ClassifiedMonitor other = aMonitor("1").withUptime(LAST_24H, "1").classed(MonitorClass.UP, up);
        return UptimeCalculator.shareBySource(List.of(other, down), LAST_24H).orElseThrow();
    }

    private static Map<UptimeWindow, BigDecimal> calculate(
            List<ClassifiedMonitor> scope, DailyFigures figures, UptimeLedger ledger) {
        return calculate(scope, figures, ledger, NOW);
    }

    private static Map<UptimeWindow, BigDecimal> calculate(
            List<ClassifiedMonitor> scope, DailyFigures figures, UptimeLedger ledger, Instant now) {
        return new UptimeCalculator(UptimeWindow.OF_PLATFORM, scope, figures, ledger, Map.of(), now).calculate();
    }

    private static ClassifiedMonitor showing(Map<UptimeWindow, BigDecimal> uptime) {
        return aMonitor("1").withUptime(uptime).classed(MonitorClass.UP, 1);
    }

    private static DailyFigures figures(int days, String share) {
        DailyFigures figures = DailyFigures.NONE;
        for (int day = days - 1; day >= 0; day--) {
            figures = figures.with(NOW.minus(Duration.ofDays(day)), share(share));
        }
        return figures;
    }

    private static UptimeLedger ledger(int days) {
        UptimeLedger ledger = UptimeLedger.EMPTY;
        Instant first = NOW.minus(Duration.ofDays(days));
        for (Instant at = first; !at.isAfter(NOW); at = at.plusSeconds(600)) {
            ledger = ledger.with(at, new UptimeCounts(4, 1, 0, 5));
        }
        return ledger;
    }

    private static BigDecimal share(String value) {
        return new BigDecimal(value);
    }

    private static BigDecimal percent(String value) {
        return new BigDecimal(value);
    }
}
