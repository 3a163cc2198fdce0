package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What was observed in one span of time, in weighted seconds: a monitor of weight 3 that was up for a minute counts
 * 180.
 *
 * @param expected the count with complete observation; what is missing from it is unknown
 */
public record UptimeCounts(long up, long down, long maintenance, long expected) {
    public static final UptimeCounts NONE = new UptimeCounts(0, 0, 0, 0);

    /** Below this coverage a share is not a figure but a guess. */
    public static final BigDecimal ENOUGH = new BigDecimal("0.75");

    private static final int COVERAGE_DIGITS = 15;

    public UptimeCounts {
        if (up < 0 || down < 0 || maintenance < 0 || up + down + maintenance > expected) {
            throw new IllegalArgumentException(
                    "up %d, down %d and maintenance %d are not each 0 or more and together at most the expected %d"
                            .formatted(up, down, maintenance, expected));
        }
    }

    /** What these monitors count in one second: their weights by class. */
    public static UptimeCounts of(List<ClassifiedMonitor> scope) {
        Map<MonitorClass, Long> weights = scope.stream()
                .collect(Collectors.groupingBy(
                        ClassifiedMonitor::monitorClass, Collectors.summingLong(ClassifiedMonitor::weight)));
        return new UptimeCounts(
                weights.getOrDefault(MonitorClass.UP, 0L),
                weights.getOrDefault(MonitorClass.DOWN, 0L),
                weights.getOrDefault(MonitorClass.MAINTENANCE, 0L),
                weights.values().stream().mapToLong(Long::longValue).sum());
    }

    /** A scope of which only the weight is known. */
    static UptimeCounts unseen(long weight) {
        return new UptimeCounts(0, 0, 0, weight);
    }

    UptimeCounts times(long seconds) {
        return new UptimeCounts(up * seconds, down * seconds, maintenance * seconds, expected * seconds);
    }

    public UptimeCounts plus(UptimeCounts other) {
        return new UptimeCounts(
                up + other.up, down + other.down, maintenance + other.maintenance, expected + other.expected);
    }

    /** The share of up in what was up or down, however little was seen; empty if that was nothing. */
    public Optional<BigDecimal> percent() {
        return up + down == 0
                ? Optional.empty()
                : Optional.of(percent(BigDecimal.valueOf(up), BigDecimal.valueOf(up + down)));
    }

    /** What was expected and not seen. */
    public long unknown() {
        return expected - up - down - maintenance;
    }

    /** How much of the expected was seen, 0 to 1; 0 if nothing was expected. */
    public BigDecimal coverage() {
        return expected == 0
                ? BigDecimal.ZERO
                : BigDecimal.valueOf(up + down + maintenance)
                        .divide(BigDecimal.valueOf(expected), COVERAGE_DIGITS, RoundingMode.HALF_EVEN);
    }

    /**
     * A share as visitors read it: percent with two decimals, cut and never rounded, so that 99.999 is not 100. Cut in
     * whole numbers: dividing first could carry 99.999… to 100.
     *
     * @param whole above zero
     */
    public static BigDecimal percent(BigDecimal part, BigDecimal whole) {
        return new BigDecimal(
                part.movePointRight(4).divideToIntegralValue(whole).toBigInteger(), 2);
    }
}
