package com.elytracloud.status.kuma;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.assess.Assessor;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.testing.TestRules;

import static org.assertj.core.api.Assertions.assertThat;

/** Status and uptime of every recording that lists monitors, by the product and by an oracle that shares no code with it. */
final class RecordedStatusTest {
    private static final Path ROOT = Path.of("src/test/resources/kuma");
    private static final BoundedExecutor EXECUTOR = new BoundedExecutor();

    /**
     * Pending or paused monitors have no ratio, two servers had no beat at all, and one monitor was never anything but in
     * maintenance.
     */
    private static final Set<String> WITHOUT_UPTIME = Set.of(
            "1.23.17/heartbeat-pendingonly",
            "1.23.17/heartbeat-uppending",
            "1.23.17/nobeats-heartbeat",
            "2.5.3/alwaysmaint-heartbeat",
            "2.5.3/heartbeat-pendingonly",
            "2.5.3/heartbeat-uppending",
            "2.5.3/nobeats-heartbeat");

    /**
     * What Uptime Kuma answered.
     *
     * @param metrics null where only the page was requested
     * @param heartbeats null where only the metrics were requested
     */
    record Answers(String name, String metrics, String heartbeats, String page, Instant now) {
        /** The same read later: many servers had just been started. */
        Answers later(Duration delay) {
            return new Answers(name, metrics, heartbeats, page, now.plus(delay));
        }

        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Answers> recordings() {
        return Stream.concat(
                KumaRecordingsTest.rows()
                        .filter(row -> row.outcome().startsWith("FOUND"))
                        .map(RecordedStatusTest::single),
                Stream.of(
                        live("1.23.17-live/groups-mix", false),
                        live("1.23.17-live/groups-mixg2", false),
                        live("2.5.3-live/daily-push-tested-by-hand", false),
                        live("2.5.3-live/maintenance-and-incident", false),
                        live("2.5.3-live/retries-then-down", false),
                        live("2.5.3-live/vanished-after-tag", true)));
    }

    static Stream<Answers> metricsAnHourLater() {
        return recordings().filter(each -> each.heartbeats == null).map(each -> each.later(Duration.ofHours(1)));
    }

    @ParameterizedTest
    @MethodSource({"recordings", "metricsAnHourLater"})
    void statusAndUptimeAreThoseOfTheOracle(Answers answers) {
        Assessment assessment = assess(answers);

        RecordedTruth truth = RecordedTruth.of(answers);
        assertThat(assessment.platform().status().name())
                .as("%s, %s", assessment.platform(), assessment.monitors())
                .isEqualTo(truth.status());
        assertThat(uptime(assessment)).isEqualTo(truth.uptime());
    }

    @Test
    void onlyTheseRecordingsHaveNoUptime() {
        assertThat(recordings()
                        .map(each -> each.metrics == null ? each : each.later(Duration.ofHours(1)))
                        .filter(each -> RecordedTruth.of(each).uptime().isEmpty())
                        .map(Answers::name))
                .containsExactlyInAnyOrderElementsOf(WITHOUT_UPTIME);
    }

    @AfterAll
    static void stop() {
        EXECUTOR.close();
    }

    // The status as measured, without the filter that waits for a second run.
    private static Assessment assess(Answers answers) {
        FakeKuma kuma = new FakeKuma();
        KumaStage stage = new KumaStage(EXECUTOR, kuma);
        if (answers.metrics != null) {
            kuma.metrics(FakeKuma.ok("text/plain", bytes(answers.metrics)));
            stage.withKey();
        }
        if (answers.heartbeats != null) {
            kuma.heartbeats(FakeKuma.ok("application/json", bytes(answers.heartbeats)));
            stage.withPage();
        }
        if (answers.page != null) {
            kuma.statusPage(FakeKuma.ok("application/json", bytes(answers.page)));
        }
        return Assessor.assess(
                stage.source().read(answers.now, KumaStage.inTime()),
                new Reading.Nothing<>(),
                TestRules.of(MonitorScope.EVERYTHING),
                new Assessor.PriorState(RunState.FIRST, 0, false, Announcements.NONE),
                answers.now,
                Instant.MIN);
    }

    private static Map<String, BigDecimal> uptime(Assessment assessment) {
        Map<String, BigDecimal> uptime = new TreeMap<>();
        Map.of("24h", UptimeWindow.LAST_24H, "7d", UptimeWindow.LAST_7D, "30d", UptimeWindow.LAST_30D)
                .forEach((name, window) -> uptime.put(name, assessment.uptime().get(window)));
        uptime.values().removeIf(percent -> percent == null);
        return uptime;
    }

    private static Answers single(KumaRecordingsTest.Row row) {
        Recording recording = Recording.of(row.name());
        byte[] wire = recording.body();
        String body = new String(
                recording.header("Content-Encoding").isEmpty() ? wire : Recording.unpacked(wire),
                StandardCharsets.UTF_8);
        return new Answers(row.name(), row.byKey() ? body : null, row.byKey() ? null : body, null, recording.date());
    }

    private static Answers live(String name, boolean byKey) {
        String heartbeats = text(name + "-heartbeat.json");
        String page = Files.exists(ROOT.resolve(name + "-statuspage.json")) ? text(name + "-statuspage.json") : null;
        return new Answers(
                name,
                byKey ? text(name + "-metrics.txt") : null,
                heartbeats,
                page,
                RecordedTruth.newestBeat(heartbeats).plusSeconds(10));
    }

    private static String text(String file) {
        try {
            return Files.readString(ROOT.resolve(file));
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
