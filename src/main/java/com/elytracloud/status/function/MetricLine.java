package com.elytracloud.status.function;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.SourceReport;
import com.elytracloud.status.run.WatchReport;

/**
 * The metrics of one invocation as a line of CloudWatch's embedded metric format; {@code docs/metrics.md} explains each.
 *
 * <p>CloudWatch silently drops what breaks its specification: the dimension's value is a text, a metric's value a number
 * at the root, under a name that no other member has.
 */
final class MetricLine {
    private static final String NAMESPACE = "ElytraStatus";
    private static final String DIMENSION = "Function";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final ObjectNode root = JSON.createObjectNode();
    private final ArrayNode metrics;

    private MetricLine(String function, Instant at, boolean failed) {
        ObjectNode aws = root.putObject("_aws");
        aws.put("Timestamp", at.toEpochMilli());
        ObjectNode directive = aws.putArray("CloudWatchMetrics").addObject();
        directive.put("Namespace", NAMESPACE);
        directive.putArray("Dimensions").addArray().add(DIMENSION);
        metrics = directive.putArray("Metrics");
        root.put(DIMENSION, function);
        count("Failed", failed ? 1 : 0);
    }

    /** The metrics of a run; how many monitors are down is left out if the source gave no usable response. */
    static MetricLine of(RunReport report, Instant now) {
        MetricLine line = new MetricLine("status", now, false)
                .count("Published", report.outcome() == Outcome.PUBLISHED ? 1 : 0)
                .add("Duration", "Milliseconds", report.durationMillis())
                .add("PlatformStatus", "None", number(report.platformStatus()))
                .count(
                        "SourcesFailed",
                        report.sources().stream()
                                .filter(SourceReport::isFailure)
                                .count())
                .count(
                        "AlertsFailed",
                        report.alerts().stream()
                                .filter(each -> !each.delivered())
                                .count());
        return report.monitors().isEmpty()
                ? line
                : line.count("MonitorsDown", report.monitors().getOrDefault(MonitorClass.DOWN, 0L))
                        .count("MonitorsUnknown", report.monitors().getOrDefault(MonitorClass.UNKNOWN, 0L));
    }

    /** A run that threw: nothing was published, and nothing else is known. */
    static MetricLine ofFailedRun(Instant now) {
        return new MetricLine("status", now, true).count("Published", 0);
    }

    /** @param failed whether an alert was due and no channel delivered it */
    static MetricLine of(WatchReport report, boolean failed) {
        MetricLine line = new MetricLine("watchdog", report.at(), failed)
                .count("Healthy", report.isHealthy() ? 1 : 0)
                .count(
                        "AlertsFailed",
                        report.deliveries().stream()
                                .filter(each -> !each.delivered())
                                .count());
        if (report.updatedAt() != null) {
            Duration age = Duration.between(report.updatedAt(), report.at());
            line.add("DataAge", "Seconds", Math.max(0, age.toSeconds()));
        }
        return report.certificateDays() == null ? line : line.count("TlsDays", report.certificateDays());
    }

    /** A check that threw: whether the site is healthy is not known. */
    static MetricLine ofFailedWatch(Instant now) {
        return new MetricLine("watchdog", now, true);
    }

    private static long number(PlatformStatus status) {
        return switch (status) {
            case OPERATIONAL -> 0;
            case DEGRADED -> 1;
            case OUTAGE -> 2;
            case UNKNOWN -> 3;
        };
    }

    private MetricLine count(String name, long value) {
        return add(name, "Count", value);
    }

    private MetricLine add(String name, String unit, long value) {
        metrics.addObject().put("Name", name).put("Unit", unit);
        root.put(name, value);
        return this;
    }

    /**
     * Writes the line to standard output itself: anything a logger adds, a time or JSON of its own, hides the metrics from
     * CloudWatch.
     */
    @SuppressWarnings("SystemOut") // see above
    void write() {
        // In one call: another thread's line must not fall into it.
        System.out.print(this + "\n");
        System.out.flush();
    }

    /** Without any line break. */
    @Override
    public String toString() {
        return root.toString();
    }
}
