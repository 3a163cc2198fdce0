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

/** Uptime of a new installation: what the source knew of the time before, and our own ledger since. */
public final class SeededUptime {
    private static final int DIGITS = 15;

    private SeededUptime() {}

    /**
     * The uptime of a window of whole days.
     *
     * @return percent with two decimals, cut; empty if the source knew too little, or the ledger has gaps since
     */
    public static Optional<BigDecimal> over(
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
        BigDecimal before = sum.divide(BigDecimal.valueOf(known), DIGITS, RoundingMode.HALF_EVEN);
        return mixed(before, since, ledger, window.length(), now);
    }

    private static Optional<BigDecimal> mixed(
            BigDecimal before, Instant since, UptimeLedger ledger, Duration window, Instant now) {
        Duration measured = Duration.between(since, now);
        if (measured.compareTo(window) >= 0) {
            return Optional.empty();
        }
        LedgerUptime own = LedgerUptime.over(ledger, measured, now);
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
                        .divide(BigDecimal.valueOf(count), DIGITS, RoundingMode.HALF_EVEN);
        return Optional.of(Percent.cut(before.multiply(earlier).add(up), all));
    }
}
