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
import com.elytracloud.status.run.RunFigures;
import com.elytracloud.status.run.RunFigures.Step;
import com.elytracloud.status.run.RunReport;
import com.elytracloud.status.run.RunReport.Outcome;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.WatchReport;
import com.elytracloud.status.testing.MetricLines;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static org.assertj.core.api.Assertions.assertThat;

class MetricsTest {
    private static final RunFigures FIGURES = new RunFigures(
            Map.of(Step.READ, 900L, Step.PUBLISH, 100L),
            Map.of(MonitorClass.UP, 20L, MonitorClass.DOWN, 2L),
            Map.of(BackupStatus.WARNING, 3L),
            31,
            2,
            1);

    @Test
    void aRunThatPublishedTellsEverything() throws Exception {
        JsonNode line = parsed(StatusMetrics.of(report(Outcome.PUBLISHED), NOW));

        assertThat(MetricLines.violations(line)).isEmpty();
        assertThat(line.at("/_aws/CloudWatchMetrics/0/Namespace").asText()).isEqualTo("ElytraStatus");
        assertThat(line.at("/_aws/Timestamp").asLong()).isEqualTo(NOW.toEpochMilli());
        assertThat(line.path("Function").asText()).isEqualTo("status");
        assertThat(figures(line)).isEqualTo(new ObjectMapper().readTree("""
                        {"Published": 1, "Failed": 0, "Duration": 1234, "DurationRead": 900, "DurationPublish": 100,
                         "Requests": 31, "MonitorsUp": 20, "MonitorsDown": 2, "BackupsWarning": 3,
                         "Alerts": 2, "AlertsFailed": 1, "DataAge": 2}
                        """));
    }

    @Test
    void whoeverWasSupersededPublishedNothingAndKnowsNoAge() throws Exception {
        JsonNode line = parsed(StatusMetrics.of(report(Outcome.SUPERSEDED), NOW));

        assertThat(line.path("Published").asLong(-1)).isZero();
        assertThat(line.has("DataAge")).isFalse();
    }

    @Test
    void aRunThatFailedTellsThat() throws Exception {
        JsonNode line = parsed(StatusMetrics.ofAFailure(NOW));

        assertThat(MetricLines.violations(line)).isEmpty();
        assertThat(figures(line).toString()).isEqualTo("{\"Published\":0,\"Failed\":1}");
    }

    @Test
    void aLookTellsHealthAgeAndDays() throws Exception {
        WatchReport look = new WatchReport(
                NOW,
                List.of("INVALID: why", "CERTIFICATE_ENDING: why"),
                ago("PT7M"),
                13L,
                List.of(new Delivery("slack", true, ""), new Delivery("webhook", false, "why")),
                List.of(),
                321);

        JsonNode line = parsed(WatchdogMetrics.of(look, false));

        assertThat(MetricLines.violations(line)).isEmpty();
        assertThat(line.path("Function").asText()).isEqualTo("watchdog");
        assertThat(figures(line)).isEqualTo(new ObjectMapper().readTree("""
                        {"Healthy": 0, "Failed": 0, "Troubles": 2, "Duration": 321, "Alerts": 1, "AlertsFailed": 1,
                         "DataAge": 420, "TlsDays": 13}
                        """));
    }

    @Test
    void whatWasNotSeenIsAbsentAndNotZero() throws Exception {
        WatchReport look = new WatchReport(NOW, List.of("UNREACHABLE: why"), null, null, List.of(), List.of(), 1);

        JsonNode line = parsed(WatchdogMetrics.of(look, true));

        assertThat(line.has("DataAge")).isFalse();
        assertThat(line.has("TlsDays")).isFalse();
        assertThat(line.path("Failed").asLong()).isEqualTo(1);
    }

    @Test
    void everyNameIsDocumented() throws Exception {
        String documented = Files.readString(Path.of("docs/metrics.md"));

        assertThat(List.of(
                        StatusMetrics.of(report(Outcome.PUBLISHED), NOW),
                        WatchdogMetrics.of(new WatchReport(NOW, List.of(), NOW, 1L, List.of(), List.of(), 1), false)))
                .allSatisfy(line -> assertThat(figures(parsed(line)).fieldNames())
                        .toIterable()
                        .allSatisfy(name -> assertThat(documented).contains("`" + name + "`")));
    }

    private static RunReport report(Outcome outcome) {
        return new RunReport(
                outcome,
                NOW.minusSeconds(2),
                PlatformStatus.OPERATIONAL,
                "OK",
                Map.of(),
                BackupStatus.WARNING,
                "OVERDUE",
                List.of(),
                new RunReport.Signs(PlatformStatus.OPERATIONAL, Condition.FOUND, false, Map.of(), Set.of(), List.of()),
                FIGURES,
                "https://status.example.com",
                List.of(),
                List.of(),
                1234);
    }

    private static JsonNode parsed(MetricLine line) throws Exception {
        return new ObjectMapper().readTree(line.toString());
    }

    private static JsonNode figures(JsonNode line) {
        return ((ObjectNode) line.deepCopy()).without(List.of("_aws", "Function"));
    }
}
