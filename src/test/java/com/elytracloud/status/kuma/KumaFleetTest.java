package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.testing.TestRules;

import static org.assertj.core.api.Assertions.assertThat;

final class KumaFleetTest {
    private static final Recording RECORDED = Recording.of("2.5.3/metrics");

    @Test
    void theWholeRecordedFleetIsDegraded() throws IOException {
        Assessment assessment = assess(Set.of());

        assertThat(assessment.platform().status()).isEqualTo(PlatformStatus.DEGRADED);
        assertThat(assessment.uptime())
                .isEqualTo(Map.of(
                        UptimeWindow.LAST_24H, new BigDecimal("87.32"),
                        UptimeWindow.LAST_30D, new BigDecimal("87.20")));
    }

    @Test
    void theHealthyPartOfTheRecordedFleetIsOperational() throws IOException {
        Assessment assessment = assess(Set.of("1", "3", "4", "5", "6", "13", "15"));

        assertThat(assessment.platform().status()).isEqualTo(PlatformStatus.OPERATIONAL);
        assertThat(assessment.uptime())
                .isEqualTo(Map.of(
                        UptimeWindow.LAST_24H, new BigDecimal("99.60"),
                        UptimeWindow.LAST_30D, new BigDecimal("99.33")));
    }

    @Test
    void aStatusPageAddsBeatsAndLeavesTheStateAlone() throws IOException {
        MonitorFleet fleet = metrics("{monitor_id=\"1\"} 0").fleet(page("1"), SourcePage.NONE);

        MonitorReading reading = fleet.readings().get(0);
        assertThat(reading.state()).isEqualTo(Monitor.State.DOWN);
        assertThat(reading.beats()).hasSize(1);
    }

    @Test
    void aPushMonitorsShareIsThatOfTheStatusPage() throws IOException {
        Metrics metrics = metrics("{monitor_id=\"1\",monitor_type=\"push\"} 1");

        assertThat(uptime(metrics, HeartbeatPage.NONE)).isEmpty();
        assertThat(uptime(metrics, page("1"))).isEqualTo(Map.of(UptimeWindow.LAST_24H, new BigDecimal("0.75")));
    }

    @Test
    void anyOtherShareIsThatOfTheMetrics() throws IOException {
        assertThat(uptime(metrics("{monitor_id=\"1\"} 1"), page("1")))
                .isEqualTo(Map.of(
                        UptimeWindow.LAST_24H, new BigDecimal("0.5"), UptimeWindow.LAST_30D, new BigDecimal("0.25")));
    }

    @Test
    void aMonitorThatOnlyThePageShowsIsNotListed() throws IOException {
        MonitorFleet fleet = metrics("{monitor_id=\"2\"} 1").fleet(page("1"), SourcePage.NONE);

        assertThat(fleet.readings())
                .filteredOn(MonitorReading::listed)
                .singleElement()
                .satisfies(reading -> {
                    assertThat(reading.id()).isEqualTo(new MonitorId("2"));
                    assertThat(reading.uptime()).isEmpty();
                    assertThat(reading.beats()).isEmpty();
                });
    }

    @Test
    void aStatusPageAloneTellsStatesAndADay() throws IOException {
        MonitorFleet fleet = Metrics.NONE.fleet(page("1"), SourcePage.NONE);

        assertThat(fleet.startedAt()).isEqualTo(Instant.MIN);
        assertThat(fleet.readings()).singleElement().satisfies(reading -> {
            assertThat(reading.state()).isEqualTo(Monitor.State.UP);
            assertThat(reading.uptime()).isEqualTo(Map.of(UptimeWindow.LAST_24H, new BigDecimal("0.75")));
        });
    }

    @Test
    void theFleetOfAKumaWithoutTwinsIsTheSameOnItsStatusPage() throws IOException {
        MonitorFleet byKey = MetricsParser.parse(new ByteArrayInputStream(RECORDED.body()))
                .fleet(HeartbeatPage.NONE, SourcePage.NONE);
        MonitorFleet byPage = Metrics.NONE.fleet(
                HeartbeatPage.parse(new ByteArrayInputStream(
                        Recording.of("2.5.3/heartbeat-public").body())),
                SourcePage.NONE);

        Map<MonitorId, Monitor.State> states = states(byKey);
        states.keySet().retainAll(states(byPage).keySet());
        assertThat(states)
                .hasSizeGreaterThan(10)
                .allSatisfy((id, state) -> assertThat(states(byPage).get(id)).isEqualTo(state));
    }

    private static Assessment assess(Set<String> only) throws IOException {
        MonitorScope scope = new MonitorScope(
                only.stream().map(MonitorId::new).collect(Collectors.toSet()), Set.of(), Set.of(), Map.of(), "");
        MonitorFleet fleet = MetricsParser.parse(new ByteArrayInputStream(RECORDED.body()))
                .fleet(HeartbeatPage.NONE, SourcePage.NONE);
        return Assessor.assess(
                new Reading.Found<>(fleet),
                new Reading.Nothing<>(),
                TestRules.of(scope),
                new Assessor.PriorState(RunState.FIRST, 0, false, Announcements.NONE),
                RECORDED.date(),
                Instant.MIN);
    }

    private static Map<UptimeWindow, BigDecimal> uptime(Metrics metrics, HeartbeatPage page) {
        return metrics.fleet(page, SourcePage.NONE).readings().get(0).uptime();
    }

    private static Metrics metrics(String line) throws IOException {
        String lines = """
                monitor_status%s
                monitor_uptime_ratio{monitor_id="1",window="1d"} 0.5
                monitor_uptime_ratio{monitor_id="1",window="30d"} 0.25
                monitor_uptime_ratio{monitor_id="1",window="365d"} 0.125
                """;
        String body = MetricsParserTest.WHOLE.formatted(lines.formatted(line));
        return MetricsParser.parse(new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)));
    }

    private static HeartbeatPage page(String id) throws IOException {
        String json = "{\"heartbeatList\":{\"%s\":[{\"status\":1,\"time\":\"2028-02-29 23:59:00.000\"}]},"
                + "\"uptimeList\":{\"%s_24\":0.75}}";
        return HeartbeatPage.parse(
                new ByteArrayInputStream(json.formatted(id, id).getBytes(StandardCharsets.UTF_8)));
    }

    private static Map<MonitorId, Monitor.State> states(MonitorFleet fleet) {
        return Stream.of(fleet)
                .flatMap(all -> all.readings().stream())
                .collect(Collectors.toMap(MonitorReading::id, MonitorReading::state));
    }
}
