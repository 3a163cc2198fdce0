package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Optional;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.Percent;
import com.elytracloud.status.domain.UptimeWindow;

/** The platform's uptime from the source's own uptime data, if it covers enough of the scope. */
public final class SourceUptime {
    private static final int SHARE_DIGITS = 15;

    private SourceUptime() {}

    /**
     * The weighted mean over the scope.
     *
     * @return percent with two decimals, cut and not rounded; empty if the valid figures cover less than three
     *     quarters of the weight that is expected to have one
     */
    public static Optional<BigDecimal> over(List<ClassifiedMonitor> scope, UptimeWindow window) {
        return mean(scope, window).map(mean -> Percent.cut(mean.sum, mean.weight));
    }

    /** The same mean before it is cut, 0 to 1, to {@value #SHARE_DIGITS} decimals: means of means are cut only once. */
    public static Optional<BigDecimal> shareOver(List<ClassifiedMonitor> scope, UptimeWindow window) {
        return mean(scope, window).map(mean -> mean.sum.divide(mean.weight, SHARE_DIGITS, RoundingMode.HALF_EVEN));
    }

    private static Optional<Mean> mean(List<ClassifiedMonitor> scope, UptimeWindow window) {
        BigDecimal sum = BigDecimal.ZERO;
        long valid = 0;
        long expected = 0;
        for (ClassifiedMonitor monitor : scope) {
            Optional<BigDecimal> share = validShare(monitor, window);
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

    private record Mean(BigDecimal sum, BigDecimal weight) {}
}
