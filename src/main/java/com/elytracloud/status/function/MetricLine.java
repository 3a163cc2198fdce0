package com.elytracloud.status.function;

import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.RunReport.Source;
import com.elytracloud.status.run.WatchdogReport;

/**
 * The metrics of one invocation as a line of CloudWatch's embedded metric format; {@code docs/metrics.md} explains each.
 * Errors and durations are left to Lambda's own metrics, which cost nothing. The dimension is the same as theirs.
 *
 * <p>CloudWatch silently drops what breaks its specification: the dimension's value is a text, a metric's value a number
 * at the root, under a name that no other member has.
 */
final class MetricLine {
    private final ObjectNode root = new ObjectMapper().createObjectNode();
    private final ObjectNode directive;

    private MetricLine(String function, Instant at) {
        ObjectNode aws = root.put("FunctionName", function).putObject("_aws").put("Timestamp", at.toEpochMilli());
        directive = aws.putArray("CloudWatchMetrics").addObject().put("Namespace", "ElytraStatus");
        directive.putArray("Dimensions").addArray().add("FunctionName");
        directive.putArray("Metrics");
    }

    /** What Lambda calls the function that this process serves. */
    static String functionName(Variables variables) {
        return variables.find("AWS_LAMBDA_FUNCTION_NAME").orElse("local");
    }

    /** The metrics of a run; {@code MonitorsDown} is left out if the source gave no usable answer. */
    static MetricLine of(String function, RunReport report, Instant now) {
        long sourcesFailed = report.sources().stream().filter(Source::isFailure).count();
        long alertsFailed =
                report.alerts().stream().filter(each -> !each.delivered()).count();
        MetricLine line = new MetricLine(function, now)
                .add("Published", "Count", report.outcome() == Outcome.PUBLISHED ? 1 : 0)
                .add("PlatformStatus", "None", number(report.platformStatus()))
                .add("SourcesFailed", "Count", sourcesFailed)
                .add("AlertsFailed", "Count", alertsFailed);
        return report.monitors().isEmpty()
                ? line
                : line.add("MonitorsDown", "Count", report.monitors().getOrDefault(MonitorClass.DOWN, 0L));
    }

    /** A run that threw: nothing was published, and nothing else is known. */
    static MetricLine ofFailedRun(String function, Instant now) {
        return new MetricLine(function, now).add("Published", "Count", 0);
    }

    /** The metrics of one check by the watchdog; what it did not see is left out. */
    static MetricLine of(String function, WatchdogReport report) {
        MetricLine line = new MetricLine(function, report.at()).add("Healthy", "Count", report.isHealthy() ? 1 : 0);
        if (report.updatedAt() != null) {
            Duration age = Duration.between(report.updatedAt(), report.at());
            line.add("DataAge", "Seconds", Math.max(0, age.toSeconds()));
        }
        return report.certificateDays() == null ? line : line.add("TlsDays", "Count", report.certificateDays());
    }

    private static long number(PlatformStatus status) {
        return switch (status) {
            case OPERATIONAL -> 0;
            case DEGRADED -> 1;
            case OUTAGE -> 2;
            case UNKNOWN -> 3;
        };
    }

    private MetricLine add(String name, String unit, long value) {
        directive.withArray("Metrics").addObject().put("Name", name).put("Unit", unit);
        root.put(name, value);
        return this;
    }

    /**
     * Writes the line to standard output itself, in one call: anything a logger adds, a time or JSON of its own, hides the
     * metrics from CloudWatch.
     */
    @SuppressWarnings("SystemOut") // see above
    void write() {
        System.out.print(this + "\n");
        System.out.flush();
    }

    /** Without any line break. */
    @Override
    public String toString() {
        return root.toString();
    }
}
