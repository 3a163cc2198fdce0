package com.elytracloud.status.kuma;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.MonitorSource;

import static com.elytracloud.status.kuma.KumaStage.inTime;
import static com.elytracloud.status.kuma.KumaStage.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** Which of the two answers counts for what. */
@QuarkusTest
final class KumaModesQuarkusTest {
    private static final Instant NOW = Recording.of("2.5.3/metrics").date();
    private static final WireMockServer KUMA =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Inject
    BoundedExecutor workers;

    @Inject
    MonitorSource source;

    @BeforeAll
    static void start() {
        KUMA.start();
    }

    @AfterAll
    static void stop() {
        KUMA.stop();
    }

    @BeforeEach
    void reset() {
        KUMA.resetAll();
    }

    @Test
    void theSourceOfARunIsThisOne() {
        assertThat(source).isInstanceOf(KumaMonitorSource.class);
    }

    @Test
    void theStatusPageAddsBeatsAndTheSharesOfPushMonitors() {
        answer("2.5.3/metrics", "2.5.3/heartbeat-public");

        Map<String, MonitorReading> fleet = fleet(readBoth());

        assertThat(fleet.values()).filteredOn(MonitorReading::listed).hasSize(22);
        assertThat(fleet.values()).filteredOn(each -> !each.listed()).hasSize(1); // paused, and still on the page
        assertThat(fleet.get("1").beats()).hasSize(HeartbeatParser.NEWEST);
        assertThat(fleet.get("1").uptime()).containsOnlyKeys(UptimeWindow.LAST_24H, UptimeWindow.LAST_30D);
        assertThat(fleet.get("7").uptime()).containsOnlyKeys(UptimeWindow.LAST_24H);
        assertThat(fleet.get("15").beats()).isEmpty();
    }

    @Test
    void withoutAStatusPagePushMonitorsHaveNoShare() {
        // One of its own: a question that another test gave up may still come to theirs.
        WireMockServer alone =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        alone.start();
        try {
            alone.stubFor(WireMock.get("/metrics").willReturn(now(Recording.of("2.5.3/metrics"))));

            Map<String, MonitorReading> fleet = fleet(
                    new KumaStage(workers, alone.baseUrl()).withKey().source().read(NOW, inTime()));

            assertThat(fleet.get("7").uptime()).isEmpty();
            assertThat(fleet.get("16").uptime()).isEmpty();
            alone.verify(0, WireMock.getRequestedFor(WireMock.urlPathMatching("/api/.*")));
        } finally {
            alone.stop();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5.3/heartbeat-unknown-slug", "2.5.3/setupdb-heartbeat", "2.5.3/migrating-heartbeat"})
    void aFailingStatusPageCostsOnlyTheBeats(String page) {
        answer("2.5.3/metrics", page);

        Map<String, MonitorReading> fleet = fleet(readBoth());

        assertThat(fleet).hasSize(22);
        assertThat(fleet.get("1").beats()).isEmpty();
        assertThat(fleet.get("1").uptime()).hasSize(2);
    }

    @Test
    void aStatusPageThatNeverAnswersCostsOnlyTheBeats() {
        answer(
                Recording.of("2.5.3/metrics").replay(),
                Recording.of("2.5.3/heartbeat-public").replay().withFixedDelay(4000));
        Deadline deadline = Deadline.in(Duration.ofMillis(1500));

        Reading<MonitorFleet> reading = stage().withKey().withPage().source().read(NOW, deadline);

        assertThat(outcome(reading)).isEqualTo("FOUND 22");
        assertThat(deadline.hasPassed()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2.5.3/metrics-apikey-expired", "2.5.3/proxy-502-metrics", "2.5.3/setupdb-metrics"})
    void aStatusPageDoesNotStandInForFailingMetrics(String metrics) {
        answer(metrics, "2.5.3/heartbeat-public");

        assertThat(outcome(readBoth())).isNotEqualTo("FOUND 16").doesNotStartWith("FOUND");
    }

    @Test
    void kuma1IsReadFromItsStatusPage() {
        answer("1.23.17/metrics", "1.23.17/heartbeat-public");

        Reading<MonitorFleet> reading = readBoth();

        assertThat(outcome(reading)).isEqualTo("FOUND 16");
        assertThat(startedAt(reading)).isEqualTo(Instant.ofEpochSecond(1_795_212_082));
        assertThat(fleet(reading).get("1").uptime()).containsOnlyKeys(UptimeWindow.LAST_24H);
    }

    @Test
    void kuma1WithAFailingStatusPageFailsAsThePageDoes() {
        answer("1.23.17/metrics", "1.23.17/heartbeat-unknown-slug");

        assertThat(outcome(readBoth())).isEqualTo("NOT_FOUND");
    }

    @Test
    void aStatusPageAloneDoesNotTellTheStart() {
        answer("2.5.3/metrics", "2.5.3/heartbeat-public");

        Reading<MonitorFleet> reading = stage().withPage().source().read(NOW, inTime());

        assertThat(outcome(reading)).isEqualTo("FOUND 16");
        assertThat(startedAt(reading)).isEqualTo(Instant.MIN);
    }

    private KumaStage stage() {
        return new KumaStage(workers, KUMA.baseUrl());
    }

    private Reading<MonitorFleet> readBoth() {
        return stage().withKey().withPage().source().read(NOW, inTime());
    }

    private static void answer(String metrics, String page) {
        answer(now(Recording.of(metrics)), now(Recording.of(page)));
    }

    private static void answer(ResponseDefinitionBuilder metrics, ResponseDefinitionBuilder page) {
        KUMA.stubFor(WireMock.get("/metrics").willReturn(metrics));
        KUMA.stubFor(WireMock.get("/api/status-page/heartbeat/public").willReturn(page));
    }

    // The replies were recorded minutes apart; here they are of one moment.
    private static ResponseDefinitionBuilder now(Recording recording) {
        return recording.replay(Recording.of("2.5.3/metrics").header("Date"));
    }

    private static Map<String, MonitorReading> fleet(Reading<MonitorFleet> reading) {
        List<MonitorReading> readings =
                reading.fold(MonitorFleet::readings, List::<MonitorReading>of, failure -> List.<MonitorReading>of());
        return readings.stream().collect(Collectors.toMap(one -> one.id().value(), Function.identity()));
    }

    private static Instant startedAt(Reading<MonitorFleet> reading) {
        return reading.fold(MonitorFleet::startedAt, () -> Instant.EPOCH, failure -> Instant.EPOCH);
    }
}
