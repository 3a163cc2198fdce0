package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

import static com.elytracloud.status.domain.UptimeWindow.LAST_24H;
import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static org.assertj.core.api.Assertions.assertThat;

class SourceUptimeTest {
    @ParameterizedTest(name = "{0} is {1} %")
    @CsvSource({
        "1, 100.00",
        "1.000000, 100.00",
        "0.99999999, 99.99",
        "0.9999, 99.99",
        "0.99989999, 99.98",
        "0.5, 50.00",
        "0.00009999, 0.00",
        "0.0001, 0.01",
        "1E-10, 0.00",
    })
    void aShareIsCutAndNotRounded(String share, String percent) {
        assertThat(over(monitor(MonitorClass.UP, 1, share))).contains(new BigDecimal(percent));
    }

    @Test
    void theMeanIsCutOnlyAtTheEnd() {
        assertThat(over(monitor(MonitorClass.UP, 1, "0.99995"), monitor(MonitorClass.UP, 1, "0.99985")))
                .contains(new BigDecimal("99.99"));
    }

    @Test
    void thirdsDoNotAddUpToMoreThanTheyAre() {
        assertThat(over(
                        monitor(MonitorClass.UP, 1, "1"),
                        monitor(MonitorClass.UP, 1, "1"),
                        monitor(MonitorClass.DOWN, 1, "0")))
                .contains(new BigDecimal("66.66"));
    }

    @Test
    void aHeavyMonitorCountsByItsWeight() {
        assertThat(over(monitor(MonitorClass.UP, 3, "1"), monitor(MonitorClass.UP, 1, "0.5")))
                .contains(new BigDecimal("87.50"));
    }

    @ParameterizedTest(name = "{0} of {1}: known {2}")
    @CsvSource({"4, 4, true", "3, 4, true", "2, 4, false", "75, 100, true", "74, 100, false", "0, 1, false"})
    void threeQuartersOfTheMonitorsMustHaveAFigure(int withFigure, int all, boolean known) {
        Stream<ClassifiedMonitor> monitors = IntStream.range(0, all)
                .mapToObj(i -> i < withFigure ? monitor(MonitorClass.UP, 1, "1") : without(MonitorClass.UP, 1));

        assertThat(over(monitors.toArray(ClassifiedMonitor[]::new)).isPresent()).isEqualTo(known);
    }

    @ParameterizedTest(name = "{0} with a figure, {1} without: known {2}")
    @CsvSource({"3, 1, true", "2, 1, false", "9, 3, true", "9, 4, false"})
    void theQuartersAreOfTheWeight(int withFigure, int without, boolean known) {
        Optional<BigDecimal> uptime =
                over(monitor(MonitorClass.UP, withFigure, "1"), without(MonitorClass.UNKNOWN, without));

        assertThat(uptime.isPresent()).isEqualTo(known);
    }

    @Test
    void zeroOfAMonitorThatIsDownMeansNeverUp() {
        assertThat(over(monitor(MonitorClass.DOWN, 1, "0"))).contains(new BigDecimal("0.00"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UP", "UNKNOWN", "MAINTENANCE"})
    void zeroOfAnyOtherMonitorMeansNoData(MonitorClass now) {
        assertThat(over(monitor(now, 1, "0.000"))).isEmpty();
    }

    @Test
    void nothingIsExpectedOfAMonitorInMaintenanceWithoutAFigure() {
        assertThat(over(monitor(MonitorClass.UP, 1, "0.9"), without(MonitorClass.MAINTENANCE, 9)))
                .contains(new BigDecimal("90.00"));
    }

    @Test
    void theFigureOfAMonitorInMaintenanceCounts() {
        assertThat(over(monitor(MonitorClass.UP, 1, "1"), monitor(MonitorClass.MAINTENANCE, 1, "0.5")))
                .contains(new BigDecimal("75.00"));
    }

    @Test
    void withoutAnyFigureNothingIsKnown() {
        assertThat(over()).isEmpty();
        assertThat(over(without(MonitorClass.MAINTENANCE, 1))).isEmpty();
    }

    @Test
    void oneWindowSaysNothingOfAnother() {
        assertThat(calculate(List.of(monitor(MonitorClass.UP, 1, "1")))).containsOnlyKeys(LAST_24H);
    }

    private static Optional<BigDecimal> over(ClassifiedMonitor... scope) {
        return Optional.ofNullable(calculate(List.of(scope)).get(LAST_24H));
    }

    private static Map<UptimeWindow, BigDecimal> calculate(List<ClassifiedMonitor> scope) {
        return new UptimeCalculator(
                        UptimeWindow.OF_PLATFORM, scope, DailyFigures.NONE, UptimeLedger.EMPTY, Map.of(), NOW)
                .calculate();
    }

    private static ClassifiedMonitor monitor(MonitorClass now, int weight, String share) {
        return monitor(now, weight, Map.of(LAST_24H, new BigDecimal(share)));
    }

    private static ClassifiedMonitor without(MonitorClass now, int weight) {
        return monitor(now, weight, Map.of());
    }

    private static ClassifiedMonitor monitor(MonitorClass now, int weight, Map<UptimeWindow, BigDecimal> uptime) {
        return aMonitor("1").withUptime(uptime).classed(now, weight);
    }
}
