package com.elytracloud.status.betterstack;

import java.util.List;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.assess.MonitorClassifier;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorMemory;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;

import static com.elytracloud.status.betterstack.BetterStackStage.NOW;
import static com.elytracloud.status.betterstack.BetterStackStage.detail;
import static com.elytracloud.status.betterstack.BetterStackStage.monitor;
import static com.elytracloud.status.betterstack.BetterStackStage.outcome;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static org.assertj.core.api.Assertions.assertThat;

/** What the listing says, over all its pages. */
@QuarkusTest
final class BetterStackFleetQuarkusTest {
    private static final String LISTING = "/api/v2/monitors";
    private static final WireMockServer SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Inject
    BoundedExecutor workers;

    @BeforeAll
    static void start() {
        SERVICE.start();
    }

    @AfterAll
    static void stop() {
        SERVICE.stop();
    }

    @BeforeEach
    void reset() {
        SERVICE.resetAll();
    }

    @ParameterizedTest
    @CsvSource({
        "258301, UP, UP",
        "258302, UP, UP",
        "258303, UP, UP",
        "258306, DOWN, DOWN",
        "258307, DOWN, DOWN",
        "258308, MAINTENANCE, MAINTENANCE",
        "258309, PENDING, UNKNOWN"
    })
    void everyDocumentedStateHasItsClass(String id, MonitorState state, MonitorClass monitorClass) {
        page(1, reply("monitors.json"));

        Reading<MonitorFleet> reading = read();

        assertThat(monitor(reading, id).state()).isEqualTo(state);
        assertThat(classOf(reading, id)).isEqualTo(monitorClass);
    }

    @Test
    void aPausedMonitorLeavesTheScope() {
        page(1, reply("monitors.json"));

        Reading<MonitorFleet> reading = read();

        assertThat(outcome(reading)).isEqualTo("FOUND 9");
        assertThat(reading.toString()).doesNotContain("258310");
    }

    @Test
    void aMonitorIsNamedAndAddressedAsItIsThereAndNothingElseOfItIsTaken() {
        page(1, reply("monitors.json"));

        Reading<MonitorFleet> reading = read();

        Monitor gateway = monitor(reading, "258303").monitor();
        assertThat(gateway)
                .isEqualTo(new Monitor(
                        new MonitorId("258303"),
                        MonitorKind.PROBE,
                        "Cirrus intranet gateway",
                        "https://vpn.cirrus-internal.example:8443/health/deep",
                        List.of()));
        assertThat(reading.toString()).doesNotContain("fixture-password", "probe-key", "Hosting", "We call you");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"degraded\"", "\"UP\"", "\"\"", "null", "1", "[\"up\"]"})
    void aStateThatIsNotDocumentedIsUnknown(String status) {
        page(1, reply("monitors-up.json").replaceFirst("\"status\": \"up\"", "\"status\": " + status));

        Reading<MonitorFleet> reading = read();

        assertThat(outcome(reading)).isEqualTo("FOUND 5");
        assertThat(classOf(reading, "258301")).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(reading, "258302")).isEqualTo(MonitorClass.UP);
    }

    @Test
    void missingFieldsTouchOnlyWhatTheyTell() {
        page(1, """
                {"data":[{"id":"1","type":"monitor","attributes":{"status":"up"}},
                         {"id":"2","type":"monitor","attributes":{}},
                         {"id":"3","type":"monitor"}],
                 "pagination":{"next":null}}
                """);

        Reading<MonitorFleet> reading = read();

        assertThat(classOf(reading, "1")).isEqualTo(MonitorClass.UP);
        assertThat(classOf(reading, "2")).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(classOf(reading, "3")).isEqualTo(MonitorClass.UNKNOWN);
        assertThat(monitor(reading, "1").monitor().name()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"'\"id\":\"<1>\",', UNREADABLE", "'\"id\":7,', UNREADABLE", "'', UNREADABLE", "'\"id\":\"7\",', FOUND 1"
    })
    void aMonitorWithoutAnIdIsNotNoMonitor(String id, String outcome) {
        page(1, "{\"data\":[{%s\"attributes\":{\"status\":\"up\"}}],\"pagination\":{\"next\":null}}".formatted(id));

        assertThat(outcome(read())).isEqualTo(outcome);
    }

    @Test
    void aTeamWithoutMonitorsHasNone() {
        page(1, "{\"data\":[],\"pagination\":{\"next\":null}}");

        assertThat(outcome(read())).isEqualTo("NOTHING");
    }

    @Test
    void aTeamThatPausedAllOfThemHasNone() {
        page(1, reply("monitors-up.json").replace("\"status\": \"up\"", "\"status\": \"paused\""));

        assertThat(outcome(read())).isEqualTo("NOTHING");
    }

    // Checked every 180 s: nine minutes are three checks. Checked every 60 s: five minutes are the shortest limit.
    @ParameterizedTest
    @CsvSource({"258303, 23:50:31, UP", "258303, 23:50:30, UNKNOWN", "258301, 23:54:31, UP", "258301, 23:54:30, UNKNOWN"
    })
    void aMonitorThatIsNotCheckedAnyMoreIsUnknown(String id, String checked, MonitorClass expected) {
        page(1, reply("monitors-up.json").replace("23:59:01.000Z", checked + ".000Z"));

        assertThat(classOf(read(), id)).isEqualTo(expected);
    }

    @Test
    void aMaintenanceDoesNotGoStale() {
        page(1, reply("monitors.json"));

        Reading<MonitorFleet> reading = read();

        assertThat(monitor(reading, "258308").beats()).isEmpty();
        assertThat(classOf(reading, "258308")).isEqualTo(MonitorClass.MAINTENANCE);
    }

    @Test
    void aSingleCheckConfirmsNoOutage() {
        page(1, reply("monitors.json"));

        assertThat(monitor(read(), "258306").beats())
                .hasSize(2)
                .filteredOn(beat -> beat.state() == MonitorState.DOWN)
                .hasSize(1);
    }

    @Test
    void everyPageIsReadAndTheTokenGoesWithEachRequest() {
        page(1, reply("monitors-page-1.json"));
        page(2, reply("monitors-page-2.json"));

        assertThat(outcome(read())).isEqualTo("FOUND 9");
        assertThat(SERVICE.findAll(WireMock.getRequestedFor(WireMock.urlPathEqualTo(LISTING))))
                .hasSize(2)
                .allSatisfy(request -> {
                    assertThat(request.getHeader("Authorization")).isEqualTo("Bearer " + BetterStackStage.TOKEN);
                    assertThat(request.getHeader("Accept-Encoding")).isEqualTo("gzip");
                    assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
                })
                .extracting(LoggedRequest::getUrl)
                .containsExactly(LISTING + "?per_page=250&page=1", LISTING + "?per_page=250&page=2");
    }

    @Test
    void aPartIsNeverTakenForTheWhole() {
        page(1, reply("monitors-page-1.json"));
        SERVICE.stubFor(WireMock.get(WireMock.urlPathEqualTo(LISTING))
                .withQueryParam("page", WireMock.equalTo("2"))
                .willReturn(WireMock.serverError()));

        assertThat(outcome(read())).isEqualTo("SERVER_ERROR");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/api/v2/monitors?page=2, REDIRECTED",
        "http://uptime.betterstack.com/api/v2/monitors?page=2, REDIRECTED",
        "https://uptime.betterstack.com:8443/api/v2/monitors?page=2, REDIRECTED",
        "https://uptime.betterstack.com@evil.example/api/v2/monitors?page=2, REDIRECTED",
        "//evil.example/?page=2, REDIRECTED",
        "/api/v2/monitors?page=2, REDIRECTED",
        "https://uptime.betterstack.com/api/v2/monitors?page=1, UNREADABLE",
        "https://uptime.betterstack.com/api/v2/monitors?page=3, UNREADABLE",
        "https://uptime.betterstack.com/api/v2/monitors?page=22, UNREADABLE",
        "https://uptime.betterstack.com/api/v2/monitors, UNREADABLE",
        "https://uptime.betterstack.com/a b, UNREADABLE"
    })
    void aLinkThatDoesNotLeadOnePageOnIsRefused(String link, String outcome) {
        page(1, reply("monitors-page-1.json").replaceFirst("\"next\": \"[^\"]*\"", "\"next\": \"" + link + "\""));
        page(2, reply("monitors-page-2.json"));
        page(3, reply("monitors-page-2.json"));

        Reading<MonitorFleet> reading = read();

        assertThat(outcome(reading)).isEqualTo(outcome);
        assertThat(detail(reading)).doesNotContain("evil");
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void theLinkOfAProxyMayNameTheProxy() {
        page(1, reply("monitors-page-1.json").replace("https://uptime.betterstack.com", SERVICE.baseUrl()));
        page(2, reply("monitors-page-2.json"));

        assertThat(outcome(read())).isEqualTo("FOUND 9");
    }

    @Test
    void aPageThatComesAgainAndAgainEndsTheReading() {
        SERVICE.stubFor(WireMock.get(WireMock.urlPathEqualTo(LISTING))
                .willReturn(WireMock.okJson(reply("monitors-page-1.json"))));

        Reading<MonitorFleet> reading = read();

        assertThat(outcome(reading)).isEqualTo("UNREADABLE");
        assertThat(asked()).isEqualTo(2);
    }

    @Test
    void aListingWithoutAnEndIsLeftAtTheLimit() {
        IntStream.rangeClosed(1, Listing.MOST_PAGES + 5)
                .forEach(page -> page(
                        page,
                        ("{\"data\":[{\"id\":\"%d\",\"attributes\":{\"status\":\"up\"}}],"
                                        + "\"pagination\":{\"next\":\"%s%s?page=%d\"}}")
                                .formatted(page, SERVICE.baseUrl(), LISTING, page + 1)));

        assertThat(outcome(read())).isEqualTo("TOO_LARGE");
        assertThat(asked()).isEqualTo(Listing.MOST_PAGES);
    }

    @ParameterizedTest
    @CsvSource({"up, UP", "down, UNKNOWN"})
    void aMonitorOfTwoPagesIsBelievedIfTheyAgree(String again, MonitorClass expected) {
        page(1, reply("monitors-page-1.json"));
        page(
                2,
                reply("monitors-page-2.json")
                        .replace("258306", "258301")
                        .replaceFirst("\"status\": \"down\"", "\"status\": \"" + again + "\""));

        Reading<MonitorFleet> reading = read();

        assertThat(outcome(reading)).isEqualTo("FOUND 8");
        assertThat(classOf(reading, "258301")).isEqualTo(expected);
    }

    private Reading<MonitorFleet> read() {
        return new BetterStackStage(workers, SERVICE.baseUrl()).read();
    }

    private static MonitorClass classOf(Reading<MonitorFleet> reading, String id) {
        MonitorReading found = monitor(reading, id);
        return reading.then(fleet ->
                        MonitorClassifier.classify(fleet, MonitorScope.EVERYTHING, List.of(), MonitorMemory.NONE, NOW))
                .fold(
                        classed -> classed.monitors().get(found.id()).monitorClass(),
                        () -> MonitorClass.UNKNOWN,
                        failure -> MonitorClass.UNKNOWN);
    }

    private static void page(int number, String body) {
        SERVICE.stubFor(WireMock.get(WireMock.urlPathEqualTo(LISTING))
                .withQueryParam("page", WireMock.equalTo(String.valueOf(number)))
                .willReturn(WireMock.okJson(body)));
    }

    private static int asked() {
        return SERVICE.findAll(WireMock.getRequestedFor(WireMock.urlPathEqualTo(LISTING)))
                .size();
    }
}
