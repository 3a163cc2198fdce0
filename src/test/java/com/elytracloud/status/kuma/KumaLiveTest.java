package com.elytracloud.status.kuma;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.assess.PlatformAssessor;
import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.SourcePage;

import static com.elytracloud.status.testing.Readings.found;
import static org.assertj.core.api.Assertions.assertThat;

/** What live servers answered in situations that were once misread. */
class KumaLiveTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/kuma");

    @Test
    void aMonitorThatVanishedFromTheMetricsAfterANewTagIsDown() throws IOException {
        MonitorFleet fleet = MetricsParser.parse(body("2.5.3-live/vanished-after-tag-metrics.txt"))
                .fleet(
                        HeartbeatPage.parse(body("2.5.3-live/vanished-after-tag-heartbeat.json")),
                        StatusPage.parse(body("2.5.3-live/vanished-after-tag-statuspage.json"), Instant.EPOCH));

        Instant now = Instant.parse("2026-11-26T01:43:20Z");
        KnownMonitors before = new KnownMonitors(
                fleet.readings().stream()
                        .collect(Collectors.toMap(
                                MonitorReading::id,
                                any -> new KnownMonitor(
                                        MonitorClass.UP, now.minusSeconds(600), now.minusSeconds(600)))),
                Set.of(),
                Map.of());
        ClassifiedMonitors classed =
                found(MonitorClassifier.classify(fleet, MonitorScope.EVERYTHING, List.of(), before, now));

        assertThat(classOf(classed, "5")).isEqualTo(MonitorClass.DOWN);
        assertThat(reason(classed)).isEqualTo("SOME_DOWN");
    }

    @Test
    void groupsOnAPageDoNotCountNextToTheirChildren() throws IOException {
        ClassifiedMonitors classed =
                classify(page("1.23.17-live/groups-mixg2"), newestBeat("1.23.17-live/groups-mixg2"));

        SourcePage page = StatusPage.parse(body("1.23.17-live/groups-mixg2-statuspage.json"), Instant.EPOCH);
        assertThat(page.monitors().values())
                .anyMatch(monitor -> monitor.kind().name().equals("GROUP"));
        assertThat(classed.scope())
                .noneMatch(id -> page.monitors().get(id).kind().name().equals("GROUP"));
    }

    @Test
    void aMonitorThatWasPausedAnHourAgoIsUnknownAndNotUp() throws IOException {
        ClassifiedMonitors classed = classify(page("1.23.17-live/groups-mix"), newestBeat("1.23.17-live/groups-mix"));

        assertThat(classOf(classed, "9")).isEqualTo(MonitorClass.UNKNOWN);
    }

    @Test
    void retriesDoNotMakeADownMonitorStale() throws IOException {
        MonitorFleet fleet = Metrics.NONE.fleet(
                HeartbeatPage.parse(body("2.5.3-live/retries-then-down-heartbeat.json")), SourcePage.NONE);

        assertThat(classOf(classify(fleet, "2026-11-26T01:20:00Z"), "47")).isEqualTo(MonitorClass.DOWN);
    }

    @Test
    void aDailyPushThatWasTriedByHandIsUp() throws IOException {
        MonitorFleet fleet = Metrics.NONE.fleet(
                HeartbeatPage.parse(body("2.5.3-live/daily-push-tested-by-hand-heartbeat.json")),
                new SourcePage(
                        true,
                        List.of(new SourcePage.Group(
                                "", "", List.of(new Monitor(new MonitorId("49"), KumaValues.kind("push"), "", "")))),
                        List.of(),
                        List.of()));

        assertThat(classOf(classify(fleet, "2026-11-26T20:00:00Z"), "49")).isEqualTo(MonitorClass.UP);
    }

    @Test
    void timesWithoutMillisecondsGiveTheSameClasses() throws IOException {
        String name = "1.23.17-live/groups-mix";
        byte[] heartbeats = Files.readAllBytes(RECORDINGS.resolve(name + "-heartbeat.json"));
        String mariaDb = new String(heartbeats, StandardCharsets.UTF_8)
                .replaceAll("(\"time\":\\s*\"[^\"]{19})\\.\\d{3}\"", "$1\"");
        MonitorFleet fleet = Metrics.NONE.fleet(
                HeartbeatPage.parse(new ByteArrayInputStream(mariaDb.getBytes(StandardCharsets.UTF_8))),
                StatusPage.parse(body(name + "-statuspage.json"), Instant.EPOCH));

        assertThat(mariaDb).isNotEqualTo(new String(heartbeats, StandardCharsets.UTF_8));
        assertThat(classes(classify(fleet, newestBeat(name))))
                .isEqualTo(classes(classify(page(name), newestBeat(name))));
    }

    private static MonitorFleet page(String name) throws IOException {
        return Metrics.NONE.fleet(
                HeartbeatPage.parse(body(name + "-heartbeat.json")),
                StatusPage.parse(body(name + "-statuspage.json"), Instant.EPOCH));
    }

    private static String newestBeat(String name) throws IOException {
        return HeartbeatPage.parse(body(name + "-heartbeat.json")).monitors().values().stream()
                .flatMap(List::stream)
                .map(beat -> beat.at())
                .max(Instant::compareTo)
                .orElseThrow()
                .toString();
    }

    private static ClassifiedMonitors classify(MonitorFleet fleet, String now) {
        return found(MonitorClassifier.classify(
                fleet, MonitorScope.EVERYTHING, List.of(), KnownMonitors.NONE, Instant.parse(now)));
    }

    private static MonitorClass classOf(ClassifiedMonitors classed, String id) {
        return classed.monitors().get(new MonitorId(id)).monitorClass();
    }

    private static List<MonitorClass> classes(ClassifiedMonitors classed) {
        return classed.inScope().stream().map(ClassifiedMonitor::monitorClass).toList();
    }

    private static String reason(ClassifiedMonitors classed) {
        return PlatformAssessor.assess(classed.inScope()).reason();
    }

    private static ByteArrayInputStream body(String name) throws IOException {
        return new ByteArrayInputStream(Files.readAllBytes(RECORDINGS.resolve(name)));
    }
}
