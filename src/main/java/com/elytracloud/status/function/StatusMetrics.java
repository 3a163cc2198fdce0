package com.elytracloud.status.function;

import java.time.Duration;
import java.time.Instant;

import com.elytracloud.status.function.MetricLine.Unit;
import com.elytracloud.status.run.RunFigures;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunReport.Outcome;

/** What the status function tells of a run; docs/metrics.md explains each name. */
final class StatusMetrics {
    private static final String FUNCTION = "status";

    private StatusMetrics() {}

    /** @param now when the run had ended */
    static MetricLine of(RunReport report, Instant now) {
        boolean published = report.outcome() == Outcome.PUBLISHED;
        RunFigures figures = report.figures();
        MetricLine line = new MetricLine(FUNCTION, now)
                .add("Published", published)
                .add("Failed", false)
                .add("Duration", Unit.MILLISECONDS, report.durationMillis())
                .addAll("Duration", Unit.MILLISECONDS, figures.stepMillis())
                .add("Requests", Unit.COUNT, figures.requests())
                .addAll("Monitors", Unit.COUNT, figures.monitors())
                .addAll("Backups", Unit.COUNT, figures.backups())
                .add("Alerts", Unit.COUNT, figures.alerts())
                .add("AlertsFailed", Unit.COUNT, figures.alertsFailed());
        // Whoever published nothing does not know how old the public file is.
        return published ? line.add("DataAge", Unit.SECONDS, age(report.updatedAt(), now)) : line;
    }

    /** A run that threw: nothing was published, and nothing else is known. */
    static MetricLine ofAFailure(Instant now) {
        return new MetricLine(FUNCTION, now).add("Published", false).add("Failed", true);
    }

    static long age(Instant updatedAt, Instant now) {
        return Math.max(0, Duration.between(updatedAt, now).toSeconds());
    }
}
