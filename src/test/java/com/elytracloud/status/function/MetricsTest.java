package com.elytracloud.status.function;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.WatchdogReport;
import com.elytracloud.status.testing.MetricLines;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class MetricsTest {
    private static final String NAME = "acme-status";

    @Test
    void aRunThatPublishedReportsFiveMetrics() throws Exception {
        JsonNode line = parsed(MetricLine.of(NAME, report(Outcome.PUBLISHED, Map.of(MonitorClass.DOWN, 2L)), NOW));

        assertThat(MetricLines.violations(line)).isEmpty();
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("ElytraStatus");
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(line.path("FunctionName").asText()).isEqualTo(NAME);
        assertThat(figures(line)).isEqualTo(new ObjectMapper().readTree("""
                        {"Published": 1, "PlatformStatus": 1, "SourcesFailed": 1, "AlertsFailed": 1, "MonitorsDown": 2}
                        """));
    }

    @Test
    void aSupersededRunWithoutMonitorsPublishedNothingAndCountsNone() throws Exception {
        JsonNode line = parsed(MetricLine.of(NAME, report(Outcome.SUPERSEDED, Map.of()), NOW));

        assertThat(line.path("Published").asLong(-1)).isZero();
        assertThat(line.has("MonitorsDown")).isFalse();
    }

    @Test
    void whereNoMonitorIsDownTheMetricIsZero() throws Exception {
        JsonNode line = parsed(MetricLine.of(NAME, report(Outcome.PUBLISHED, Map.of(MonitorClass.UP, 3L)), NOW));

        assertThat(line.path("MonitorsDown").asLong(-1)).isZero();
    }

    @Test
    void aFailedRunReportsThatNothingWasPublished() throws Exception {
        JsonNode line = parsed(MetricLine.ofFailedRun(NAME, NOW));

        assertThat(MetricLines.violations(line)).isEmpty();
        assertThat(figures(line).toString()).isEqualTo("{\"Published\":0}");
    }

    @Test
    void aWatchdogCheckReportsHealthAgeAndDays() throws Exception {
        WatchdogReport check =
                new WatchdogReport(NOW, List.of("INVALID: why"), ago("PT7M"), 13L, List.of(), List.of(), 321);

        JsonNode line = parsed(MetricLine.of(NAME, check));

        assertThat(MetricLines.violations(line)).isEmpty();
        assertThat(figures(line)).isEqualTo(new ObjectMapper().readTree("""
                        {"Healthy": 0, "DataAge": 420, "TlsDays": 13}
                        """));
    }

    @Test
    void whatTheWatchdogDidNotSeeIsAbsentAndNotZero() throws Exception {
        WatchdogReport check =
                new WatchdogReport(NOW, List.of("UNREACHABLE: why"), null, null, List.of(), List.of(), 1);

        assertThat(figures(parsed(MetricLine.of(NAME, check))).toString()).isEqualTo("{\"Healthy\":0}");
    }

    @Test
    void everyNameIsDocumented() throws Exception {
        String documented = Files.readString(Path.of("docs/metrics.md"));

        assertThat(List.of(
                        MetricLine.of(NAME, report(Outcome.PUBLISHED, Map.of(MonitorClass.UP, 1L)), NOW),
                        MetricLine.of(NAME, new WatchdogReport(NOW, List.of(), NOW, 1L, List.of(), List.of(), 1))))
                .allSatisfy(line -> assertThat(figures(parsed(line)).fieldNames())
                        .toIterable()
                        .allSatisfy(name -> assertThat(documented).contains("`" + name + "`")));
    }

    private static RunReport report(Outcome outcome, Map<MonitorClass, Long> monitors) {
        return new RunReport(
                outcome,
                NOW.minusSeconds(2),
                PlatformStatus.DEGRADED,
                "SOME_DOWN",
                Map.of(),
                BackupStatus.WARNING,
                "OVERDUE",
                List.of(
                        new RunReport.Source("monitors", "FOUND", ""),
                        new RunReport.Source("backups", "TIMED_OUT", "why")),
                monitors,
                new RunReport.AlertInputs(
                        PlatformStatus.OPERATIONAL, Condition.FOUND, false, Map.of(), Set.of(), "", List.of()),
                List.of(new Delivery("slack", true, ""), new Delivery("webhook", false, "why")),
                "https://status.example.com",
                List.of(),
                List.of(),
                1234);
    }

    private static JsonNode parsed(MetricLine line) throws Exception {
        return new ObjectMapper().readTree(line.toString());
    }

    private static JsonNode figures(JsonNode line) {
        return ((ObjectNode) line.deepCopy()).without(List.of("_aws", "FunctionName"));
    }
}
