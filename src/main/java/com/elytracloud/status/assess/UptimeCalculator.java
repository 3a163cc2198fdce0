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
        return known(UptimeWindow.OF_PLATFORM, window -> SourceUptime.over(scope, window)
                .or(() -> byDailyFigures(figures, window, now))
                .or(() -> byLedger(ledger, window, now))
                .or(() -> LedgerUptime.seeded(scope, seeds, ledger, window, now)));
    }

    /** The same of one component, which has no daily values of its own. */
    static Map<UptimeWindow, BigDecimal> ofComponent(
            List<ClassifiedMonitor> scope, UptimeLedger ledger, Map<MonitorId, UptimeSeed> seeds, Instant now) {
        return known(List.of(UptimeWindow.values()), window -> SourceUptime.over(scope, window)
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
}
