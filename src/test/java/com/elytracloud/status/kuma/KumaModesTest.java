package com.elytracloud.status.kuma;

import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

import static com.elytracloud.status.kuma.KumaStage.inTime;
import static com.elytracloud.status.kuma.KumaStage.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** Which of the two answers counts for what. */
final class KumaModesTest {
    private static final Instant NOW = Recording.of("2.5.3/metrics").date();

    private final BoundedExecutor executor = new BoundedExecutor();
    private final FakeKuma kuma = new FakeKuma();

    @Test
    void theStatusPageAddsBeatsAndTheSharesOfPushMonitors() {
        answer("2.5.3/metrics", "2.5.3/heartbeat-public");

        Map<String, MonitorReading> fleet = fleet(readBoth());

        assertThat(fleet.values()).filteredOn(MonitorReading::listed).hasSize(22);
        assertThat(fleet.values()).filteredOn(each -> !each.listed()).hasSize(1); // paused, and still on the page
        assertThat(fleet.get("1").beats()).hasSize(HeartbeatPage.NEWEST);
        assertThat(fleet.get("1").uptime()).containsOnlyKeys(UptimeWindow.LAST_24H, UptimeWindow.LAST_30D);
        assertThat(fleet.get("7").uptime()).containsOnlyKeys(UptimeWindow.LAST_24H);
        assertThat(fleet.get("15").beats()).isEmpty();
    }

    @Test
    void withoutAStatusPagePushMonitorsHaveNoShare() {
        answer("2.5.3/metrics", "2.5.3/heartbeat-public");

        Map<String, MonitorReading> fleet = fleet(stage().withKey().source().read(NOW, inTime()));

        assertThat(fleet.get("7").uptime()).isEmpty();
        assertThat(fleet.get("16").uptime()).isEmpty();
        assertThat(kuma.requests()).containsExactly("metrics");
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
        kuma.metrics(Recording.of("2.5.3/metrics")::response).heartbeats(FakeKuma::never);
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
        return new KumaStage(executor, kuma);
    }

    private Reading<MonitorFleet> readBoth() {
        return stage().withKey().withPage().source().read(NOW, inTime());
    }

    // The responses were recorded minutes apart; here they are of one moment.
    private void answer(String metrics, String page) {
        kuma.metrics(() -> now(metrics)).heartbeats(() -> now(page));
    }

    private static RestResponse<InputStream> now(String recording) throws InterruptedException {
        return Recording.of(recording).response(Recording.of("2.5.3/metrics").header("Date"));
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
