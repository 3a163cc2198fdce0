package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Percent;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

/**
 * Uptime by our own ledger.
 *
 * @param seen everything counted within the window
 * @param coverage the time-average over the window's hours of the share that was seen, 0 to 1; unlike that of {@code
 *     seen} it includes hours without any run
 */
record LedgerUptime(UptimeCounts seen, BigDecimal coverage) {
    /** Coarser than the cells' coverage, so that their last digits cannot push an exact three quarters below it. */
    private static final int COVERAGE_DIGITS = 9;

    private static final int SEED_DIGITS = 15;
    private static final long DAY = 86_400;

    /** A window ending now: by the hours of the ledger, or by its days where the hours do not reach back that far. */
    static LedgerUptime over(UptimeLedger ledger, Duration window, Instant now) {
        long end = now.getEpochSecond();
        return window.toHours() < UptimeLedger.HOURS_KEPT
                ? over(ledger.hours(), UptimeLedger.HOUR, Math.floorDiv(end, UptimeLedger.HOUR) - window.toHours(), end)
                : over(ledger.days(), DAY, Math.floorDiv(end - 1, DAY) + 1 - window.toDays(), end);
    }

    /**
     * From the first cell to the end, which is not part of the window.
     *
     * <p>Hours are the current, partial one and as many full ones as the window has, at the full hour only those. Days
     * are as many as the window has, with the current one, which at midnight is the day that ends.
     */
    private static LedgerUptime over(SortedMap<Long, UptimeCounts> cells, long length, long first, long end) {
        UptimeCounts seen = UptimeCounts.NONE;
        BigDecimal covered = BigDecimal.ZERO;
        for (Map.Entry<Long, UptimeCounts> cell :
                cells.subMap(first, Math.floorDiv(end - 1, length) + 1).entrySet()) {
            long elapsed = Math.min(length, end - cell.getKey() * length);
            seen = seen.plus(cell.getValue());
            covered = covered.add(cell.getValue().coverage().multiply(BigDecimal.valueOf(elapsed)));
        }
        return new LedgerUptime(
                seen,
                covered.divide(BigDecimal.valueOf(end - first * length), COVERAGE_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Percent with two decimals, cut; empty if too little of the window was seen. */
    Optional<BigDecimal> percent() {
        return coverage.compareTo(UptimeCounts.ENOUGH) < 0 ? Optional.empty() : seen.percent();
    }

    /**
     * The uptime of a window of whole days of a new installation: what the source knew of the time before, and our own
     * ledger since.
     *
     * @return percent with two decimals, cut; empty if the source knew too little, or the ledger has gaps since
     */
    static Optional<BigDecimal> seeded(
            List<ClassifiedMonitor> scope,
            Map<MonitorId, UptimeSeed> seeds,
            UptimeLedger ledger,
            UptimeWindow window,
            Instant now) {
        int days = (int) window.length().toDays();
        Function<ClassifiedMonitor, Optional<UptimeSeed>> seed = monitor -> Optional.ofNullable(seeds.get(monitor.id()))
                .filter(known -> known.shares().containsKey(days));
        Instant since = scope.stream()
                .map(seed)
                .flatMap(Optional::stream)
                .map(UptimeSeed::at)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return UptimeCalculator.mean(scope, monitor -> seed.apply(monitor)
                        .map(known -> known.shares().get(days)))
                .flatMap(before -> mixed(before.share(), since, ledger, window.length(), now));
    }

    private static Optional<BigDecimal> mixed(
            BigDecimal before, Instant since, UptimeLedger ledger, Duration window, Instant now) {
        Duration measured = Duration.between(since, now);
        if (measured.compareTo(window) >= 0) {
            return Optional.empty();
        }
        LedgerUptime own = over(ledger, measured, now);
        long count = own.seen().up() + own.seen().down();
        BigDecimal seconds =
                count == 0 ? BigDecimal.ZERO : own.coverage().multiply(BigDecimal.valueOf(measured.toSeconds()));
        BigDecimal earlier = BigDecimal.valueOf(window.minus(measured).toSeconds());
        BigDecimal all = earlier.add(seconds);
        if (all.compareTo(UptimeCounts.ENOUGH.multiply(BigDecimal.valueOf(window.toSeconds()))) < 0) {
            return Optional.empty();
        }
        BigDecimal up = count == 0
                ? BigDecimal.ZERO
                : seconds.multiply(BigDecimal.valueOf(own.seen().up()))
                        .divide(BigDecimal.valueOf(count), SEED_DIGITS, RoundingMode.HALF_EVEN);
        return Optional.of(Percent.cut(before.multiply(earlier).add(up), all));
    }
}
