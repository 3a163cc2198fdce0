package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Percent;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

/**
 * The platform's uptime, each window by the best evidence: the source's own value, else its daily values, else our own
 * ledger, else the source's uptime before our ledger began, else none.
 */
public final class UptimeCalculator {
    /** Coarser than the daily figures' digits, so that three thirds are a whole; far finer than one beat of a fleet. */
    private static final int MEAN_DIGITS = 12;

    private static final int SHARE_DIGITS = 15;

    private UptimeCalculator() {}

    /**
     * Percent with two decimals, truncated; a window that is not known is absent.
     *
     * @param scope the monitors of this run, empty if the source did not answer
     * @param figures of all runs, this one included
     * @param ledger of all runs, this one included
     * @param seeds the source's uptime at the first request
     */
    public static Map<UptimeWindow, BigDecimal> calculate(
            List<ClassifiedMonitor> scope,
            DailyFigures figures,
            UptimeLedger ledger,
            Map<MonitorId, UptimeSeed> seeds,
            Instant now) {
        return known(UptimeWindow.OF_PLATFORM, window -> bySource(scope, window)
                .or(() -> byDailyFigures(figures, window, now))
                .or(() -> byLedger(ledger, window, now))
                .or(() -> LedgerUptime.seeded(scope, seeds, ledger, window, now)));
    }

    /** The same of one component, which has no daily values of its own. */
    static Map<UptimeWindow, BigDecimal> ofComponent(
            List<ClassifiedMonitor> scope, UptimeLedger ledger, Map<MonitorId, UptimeSeed> seeds, Instant now) {
        return known(List.of(UptimeWindow.values()), window -> bySource(scope, window)
                .or(() -> byLedger(ledger, window, now))
                .or(() -> LedgerUptime.seeded(scope, seeds, ledger, window, now)));
    }

    private static Map<UptimeWindow, BigDecimal> known(
            Collection<UptimeWindow> windows, Function<UptimeWindow, Optional<BigDecimal>> uptime) {
        Map<UptimeWindow, BigDecimal> known = new EnumMap<>(UptimeWindow.class);
        windows.forEach(window -> uptime.apply(window).ifPresent(percent -> known.put(window, percent)));
        return known;
    }

    // A single day is not composed of stored values: a value that is an hour old would replace the source's current
    // one.
    private static Optional<BigDecimal> byDailyFigures(DailyFigures figures, UptimeWindow window, Instant now) {
        long days = window.length().toDays();
        return days > 1 ? meanOf(figures, days, now) : Optional.empty();
    }

    private static Optional<BigDecimal> meanOf(DailyFigures figures, long days, Instant now) {
        BigDecimal sum = BigDecimal.ZERO;
        for (long day = 0; day < days; day++) {
            Optional<BigDecimal> share = figures.nearest(now.minus(Duration.ofDays(day)));
            if (share.isEmpty()) {
                return Optional.empty();
            }
            sum = sum.add(share.get());
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(days), MEAN_DIGITS, RoundingMode.HALF_EVEN);
        return Optional.of(Percent.cut(mean, BigDecimal.ONE));
    }

    private static Optional<BigDecimal> byLedger(UptimeLedger ledger, UptimeWindow window, Instant now) {
        return LedgerUptime.over(ledger, window.length(), now).percent();
    }

    /**
     * The weighted mean over the scope of the source's own figures.
     *
     * @return percent with two decimals, cut and not rounded; empty if the valid figures cover less than three
     *     quarters of the weight that is expected to have one
     */
    static Optional<BigDecimal> bySource(List<ClassifiedMonitor> scope, UptimeWindow window) {
        return mean(scope, monitor -> validShare(monitor, window)).map(mean -> Percent.cut(mean.sum, mean.weight));
    }

    /** The same mean before it is cut, 0 to 1, to {@value #SHARE_DIGITS} decimals: means of means are cut only once. */
    static Optional<BigDecimal> shareBySource(List<ClassifiedMonitor> scope, UptimeWindow window) {
        return mean(scope, monitor -> validShare(monitor, window)).map(Mean::share);
    }

    /** The weighted mean of the monitors that have a share; empty if they are less than three quarters of the expected weight. */
    static Optional<Mean> mean(
            List<ClassifiedMonitor> scope, Function<ClassifiedMonitor, Optional<BigDecimal>> shareOf) {
        BigDecimal sum = BigDecimal.ZERO;
        long valid = 0;
        long expected = 0;
        for (ClassifiedMonitor monitor : scope) {
            Optional<BigDecimal> share = shareOf.apply(monitor);
            if (share.isPresent()) {
                sum = sum.add(share.get().multiply(BigDecimal.valueOf(monitor.weight())));
                valid += monitor.weight();
            }
            if (share.isPresent() || monitor.monitorClass() != MonitorClass.MAINTENANCE) {
                expected += monitor.weight();
            }
        }
        return valid > 0 && 4 * valid >= 3 * expected
                ? Optional.of(new Mean(sum, BigDecimal.valueOf(valid)))
                : Optional.empty();
    }

    // The source says 0 both for "always down" and for "no data"; only a monitor that is down now means the former.
    private static Optional<BigDecimal> validShare(ClassifiedMonitor monitor, UptimeWindow window) {
        return Optional.ofNullable(monitor.uptime().get(window))
                .filter(share -> share.signum() > 0 || monitor.monitorClass() == MonitorClass.DOWN);
    }

    record Mean(BigDecimal sum, BigDecimal weight) {
        BigDecimal share() {
            return sum.divide(weight, SHARE_DIGITS, RoundingMode.HALF_EVEN);
        }
    }
}
