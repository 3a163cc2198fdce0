package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
public record LedgerUptime(UptimeCounts seen, BigDecimal coverage) {
    /** Coarser than the cells' coverage, so that their last digits cannot push an exact three quarters below it. */
    private static final int COVERAGE_DIGITS = 9;

    private static final int SEED_DIGITS = 15;
    private static final long DAY = 86_400;

    /** A window ending now: by the hours of the ledger, or by its days where the hours do not reach back that far. */
    static LedgerUptime over(UptimeLedger ledger, Duration window, Instant now) {
        return window.toHours() < UptimeLedger.HOURS_KEPT
                ? over(ledger, window.toHours(), now)
                : overDays(ledger, window.toDays(), now);
    }

    /** The current, partial hour and so many full ones before it; at the full hour only those. */
    public static LedgerUptime over(UptimeLedger ledger, long fullHours, Instant now) {
        long end = now.getEpochSecond();
        long firstHour = Math.floorDiv(end, UptimeLedger.HOUR) - fullHours;
        long lastHour = Math.floorDiv(end - 1, UptimeLedger.HOUR);
        UptimeCounts seen = UptimeCounts.NONE;
        BigDecimal covered = BigDecimal.ZERO;
        for (Map.Entry<Long, UptimeCounts> hour :
                ledger.hours().subMap(firstHour, lastHour + 1).entrySet()) {
            long elapsed = Math.min(UptimeLedger.HOUR, end - hour.getKey() * UptimeLedger.HOUR);
            seen = seen.plus(hour.getValue());
            covered = covered.add(hour.getValue().coverage().multiply(BigDecimal.valueOf(elapsed)));
        }
        BigDecimal window = BigDecimal.valueOf(end - firstHour * UptimeLedger.HOUR);
        return new LedgerUptime(seen, covered.divide(window, COVERAGE_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Today so far and the days before it, as many in total as requested. */
    private static LedgerUptime overDays(UptimeLedger ledger, long days, Instant now) {
        long today = Math.floorDiv(now.getEpochSecond() - 1, DAY);
        UptimeCounts seen = UptimeCounts.NONE;
        BigDecimal covered = BigDecimal.ZERO;
        for (UptimeCounts day :
                ledger.days().subMap(today - days + 1, today + 1).values()) {
            seen = seen.plus(day);
            covered = covered.add(day.coverage());
        }
        return new LedgerUptime(
                seen, covered.divide(BigDecimal.valueOf(days), COVERAGE_DIGITS, RoundingMode.HALF_EVEN));
    }

    /** Percent with two decimals, cut; empty if too little of the window was seen. */
    public Optional<BigDecimal> percent() {
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
        BigDecimal sum = BigDecimal.ZERO;
        long known = 0;
        long all = 0;
        Instant since = now;
        for (ClassifiedMonitor monitor : scope) {
            all += monitor.weight();
            UptimeSeed seed = seeds.get(monitor.id());
            if (seed != null && seed.shares().containsKey(days)) {
                sum = sum.add(seed.shares().get(days).multiply(BigDecimal.valueOf(monitor.weight())));
                known += monitor.weight();
                since = seed.at().isBefore(since) ? seed.at() : since;
            }
        }
        if (known == 0 || 4 * known < 3 * all) {
            return Optional.empty();
        }
        BigDecimal before = sum.divide(BigDecimal.valueOf(known), SEED_DIGITS, RoundingMode.HALF_EVEN);
        return mixed(before, since, ledger, window.length(), now);
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
