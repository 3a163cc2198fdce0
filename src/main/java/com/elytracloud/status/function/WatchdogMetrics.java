package com.elytracloud.status.function;

import java.time.Instant;

import com.elytracloud.status.function.MetricLine.Unit;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.WatchReport;

/** What the watchdog tells of a look; docs/metrics.md explains each name. */
final class WatchdogMetrics {
    private static final String FUNCTION = "watchdog";

    private WatchdogMetrics() {}

    /** @param failed whether something was due and reached nobody */
    static MetricLine of(WatchReport report, boolean failed) {
        long heard = report.deliveries().stream().filter(Delivery::delivered).count();
        MetricLine line = new MetricLine(FUNCTION, report.at())
                .add("Healthy", report.isHealthy())
                .add("Failed", failed)
                .add("Troubles", Unit.COUNT, report.troubles().size())
                .add("Duration", Unit.MILLISECONDS, report.durationMillis())
                .add("Alerts", Unit.COUNT, heard)
                .add("AlertsFailed", Unit.COUNT, report.deliveries().size() - heard);
        if (report.updatedAt() != null) {
            line.add("DataAge", Unit.SECONDS, StatusMetrics.age(report.updatedAt(), report.at()));
        }
        if (report.certificateDays() != null) {
            line.add("TlsDays", Unit.COUNT, report.certificateDays());
        }
        return line;
    }

    /** A look that threw: whether the site is healthy is not known. */
    static MetricLine ofAFailure(Instant now) {
        return new MetricLine(FUNCTION, now).add("Failed", true);
    }
}
