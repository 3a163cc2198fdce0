package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.LongStream;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.KnownMonitors.UptimeSeed;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

/**
 * Uptime, each window by the best evidence: the source's own value, else its daily values, else our own ledger, else the
 * source's uptime before our ledger began, else none. Percent with two decimals, truncated; a window that is not known
 * is absent.
 *
 * @param windows those that are wanted
 * @param scope the monitors of this run, empty if the source did not answer
 * @param figures of all runs, this one included
 * @param ledger of all runs, this one included
 * @param seeds the source's uptime at the first request
 */
record UptimeCalculator(
        Collection<UptimeWindow> windows,
        List<ClassifiedMonitor> scope,
        DailyFigures figures,
        UptimeLedger ledger,
        Map<MonitorId, UptimeSeed> seeds,
        Instant now) {
    /** Coarser than the digits of a share, so that three thirds are a whole; far finer than one beat of a fleet. */
    private static final int MEAN_DIGITS = 12;

    private static final int SHARE_DIGITS = 15;

    Map<UptimeWindow, BigDecimal> calculate() {
        Map<UptimeWindow, BigDecimal> known = new EnumMap<>(UptimeWindow.class);
        for (UptimeWindow window : windows) {
            shareBySource(scope, window)
                    .map(share -> UptimeCounts.percent(share, BigDecimal.ONE))
                    .or(() -> byDailyFigures(window.length().toDays()))
                    .or(() -> ledger.over(window.length(), now).percent())
                    .or(() -> seeded(window.length()))
                    .ifPresent(percent -> known.put(window, percent));
        }
        return known;
    }

    // A single day is not composed of stored values: a value that is an hour old would replace the source's current
    // one.
    private Optional<BigDecimal> byDailyFigures(long days) {
        List<BigDecimal> shares = LongStream.range(0, days)
                .mapToObj(day -> figures.nearest(now.minus(Duration.ofDays(day))))
                .flatMap(Optional::stream)
                .toList();
        if (days <= 1 || shares.size() < days) {
            return Optional.empty();
        }
        BigDecimal sum = shares.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal mean = sum.divide(BigDecimal.valueOf(days), MEAN_DIGITS, RoundingMode.HALF_EVEN);
        return Optional.of(UptimeCounts.percent(mean, BigDecimal.ONE));
    }

    // What the source knew of the time before, and our own ledger since; empty if the source knew too little, or the
    // ledger has gaps.
    private Optional<BigDecimal> seeded(Duration window) {
        int days = (int) window.toDays();
        Instant since = scope.stream()
                .map(monitor -> seeds.get(monitor.id()))
                .filter(seed -> seed != null && seed.shares().containsKey(days))
                .map(UptimeSeed::at)
                .filter(at -> at.isBefore(now)) // a clock may have been set back
                .min(Comparator.naturalOrder())
                .orElse(now);
        return mean(scope, monitor -> Optional.ofNullable(seeds.get(monitor.id()))
                        .map(seed -> seed.shares().get(days)))
                .flatMap(before -> mixed(before, Duration.between(since, now), window));
    }

    private Optional<BigDecimal> mixed(BigDecimal before, Duration measured, Duration window) {
        UptimeLedger.Window own = ledger.over(measured, now);
        long count = own.seen().up() + own.seen().down();
        BigDecimal seconds =
                count == 0 ? BigDecimal.ZERO : own.coverage().multiply(BigDecimal.valueOf(measured.toSeconds()));
        BigDecimal earlier = BigDecimal.valueOf(window.minus(measured).toSeconds());
        BigDecimal all = earlier.add(seconds);
        BigDecimal enough = UptimeCounts.ENOUGH.multiply(BigDecimal.valueOf(window.toSeconds()));
        if (measured.compareTo(window) >= 0 || all.compareTo(enough) < 0) {
            return Optional.empty();
        }
        BigDecimal up = seconds.multiply(BigDecimal.valueOf(own.seen().up()))
                .divide(BigDecimal.valueOf(Math.max(1, count)), SHARE_DIGITS, RoundingMode.HALF_EVEN);
        return Optional.of(UptimeCounts.percent(before.multiply(earlier).add(up), all));
    }

    /**
     * The weighted mean over the scope of the source's own figures, 0 to 1. The source says 0 both for "always down" and
     * for "no data"; only a monitor that is down now means the former.
     */
    static Optional<BigDecimal> shareBySource(List<ClassifiedMonitor> scope, UptimeWindow window) {
        return mean(scope, monitor -> Optional.ofNullable(monitor.uptime().get(window))
                .filter(share -> share.signum() > 0 || monitor.monitorClass() == MonitorClass.DOWN));
    }

    /**
     * The weighted mean of the monitors that have a share, cut so that nothing becomes a whole; empty if they are less
     * than three quarters of the expected weight.
     */
    private static Optional<BigDecimal> mean(
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
                ? Optional.of(sum.divide(BigDecimal.valueOf(valid), SHARE_DIGITS, RoundingMode.DOWN))
                : Optional.empty();
    }
}
