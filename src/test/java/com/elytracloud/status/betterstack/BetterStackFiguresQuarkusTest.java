package com.elytracloud.status.betterstack;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
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

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.FakeFigureStore;

import static com.elytracloud.status.betterstack.BetterStackStage.NOW;
import static com.elytracloud.status.betterstack.BetterStackStage.inTime;
import static com.elytracloud.status.betterstack.BetterStackStage.monitor;
import static com.elytracloud.status.betterstack.BetterStackStage.outcome;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static org.assertj.core.api.Assertions.assertThat;

/** The availability of each monitor: asked for seldom, kept, and never worth the states. */
@QuarkusTest
final class BetterStackFiguresQuarkusTest {
    private static final String LISTING = "/api/v2/monitors";
    private static final String FIGURES = LISTING + "/[0-9]+/sla";
    private static final WireMockServer SERVICE =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    private final FakeFigureStore store = new FakeFigureStore();

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
        listing(reply("monitors-up.json"));
        figures(WireMock.okJson(reply("sla.json")));
    }

    @Test
    void sevenAndThirtyWholeDaysAreAskedForAndTwentyFourHoursAreNot() {
        Reading<MonitorFleet> reading = stage().read();

        BigDecimal share = new BigDecimal("0.9998");
        assertThat(monitor(reading, "258301").uptime())
                .isEqualTo(Map.of(UptimeWindow.LAST_7D, share, UptimeWindow.LAST_30D, share));
        assertThat(urls())
                .hasSize(10)
                .contains(
                        LISTING + "/258301/sla?from=2028-02-22&to=2028-02-29",
                        LISTING + "/258301/sla?from=2028-01-30&to=2028-02-29");
    }

    @ParameterizedTest
    @CsvSource({"PT59M59S, 10", "PT1H, 20"})
    void theyAreAskedForOnceAnHour(Duration later, int requests) {
        readAndRemember(NOW);

        Reading<MonitorFleet> reading = stage().source().read(NOW.plus(later), inTime());

        assertThat(urls()).hasSize(requests);
        assertThat(monitor(reading, "258305").uptime()).hasSize(2);
    }

    @Test
    void aReadingAloneWritesNothingAndARunWritesOnlyWhatIsNew() {
        BetterStackMonitorSource source = stage().source();
        source.read(NOW, inTime());
        assertThat(store.written()).isEmpty();

        source.remember(inTime());
        source.remember(inTime());
        source.read(NOW.plusSeconds(600), inTime());
        source.remember(inTime());

        assertThat(store.written()).hasSize(1);
    }

    @Test
    void aStoreThatDoesNotAnswerCostsNoSecondRoundInTheSameProcess() {
        store.fail("out of order");
        BetterStackMonitorSource source = stage().source();
        source.read(NOW, inTime());
        assertThat(source.remember(inTime())).isEqualTo("out of order");

        Reading<MonitorFleet> reading = source.read(NOW.plusSeconds(600), inTime());
        store.work();

        assertThat(urls()).hasSize(10);
        assertThat(monitor(reading, "258301").uptime()).hasSize(2);
        assertThat(source.remember(inTime())).isEmpty();
        assertThat(store.written()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"PT3H, 2", "PT3H1S, 0"})
    void keptFiguresSpeakForThreeHours(Duration later, int shares) {
        readAndRemember(NOW);
        figures(WireMock.serverError());

        Reading<MonitorFleet> reading = stage().source().read(NOW.plus(later), inTime());

        assertThat(outcome(reading)).isEqualTo("FOUND 5");
        assertThat(monitor(reading, "258301").uptime()).hasSize(shares);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 429, 500, 503})
    void aRefusalEndsTheRoundAndNotTheReading(int status) {
        figures(WireMock.status(status));

        Reading<MonitorFleet> reading = stage().read();

        assertThat(outcome(reading)).isEqualTo("FOUND 5");
        assertThat(monitor(reading, "258301").uptime()).isEmpty();
        assertThat(urls()).hasSizeBetween(1, 4);
    }

    @Test
    void whoWasAskedInVainIsNotAskedAgainWithinTheHour() {
        figures(WireMock.status(429));
        readAndRemember(NOW);
        Set<String> first = Set.copyOf(urls());

        for (int run = 1; run <= 5; run++) {
            readAndRemember(NOW.plusSeconds(600L * run));
        }

        assertThat(urls()).doesNotHaveDuplicates().containsAll(first).hasSize(5);
    }

    @ParameterizedTest
    @CsvSource({"404, unauthorized.json", "400, bad-range.json"})
    void anAnswerAboutOneMonitorSaysNothingOfTheOthers(int status, String body) {
        SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching(LISTING + "/258302/sla"))
                .willReturn(WireMock.jsonResponse(reply(body), status)));

        Reading<MonitorFleet> reading = readAndRemember(NOW);
        readAndRemember(NOW.plusSeconds(600));

        assertThat(monitor(reading, "258302").uptime()).isEmpty();
        assertThat(monitor(reading, "258301").uptime()).hasSize(2);
        assertThat(urls()).hasSize(10);
    }

    @ParameterizedTest
    @CsvSource({
        "100, 1",
        "0, 0",
        "99.999999, 0.99999999",
        "1e2, 1",
        "null, none",
        "\"99.9\", none",
        "100.01, none",
        "-0.1, none",
        "1e-999999999, none",
        "NaN, none"
    })
    void onlyAPercentageIsOne(String availability, String share) {
        figures(WireMock.okJson(reply("sla.json").replace("99.98", availability)));

        Map<UptimeWindow, BigDecimal> uptime =
                monitor(readAndRemember(NOW), "258301").uptime();

        assertThat(store.written().get(0).monitors()).hasSize(5);
        if (share.equals("none")) {
            assertThat(uptime).isEmpty();
        } else {
            assertThat(uptime.get(UptimeWindow.LAST_7D)).isEqualByComparingTo(share);
        }
    }

    // Seven days before the 29th, at midnight.
    @ParameterizedTest
    @CsvSource({
        "2028-01-30T00:00:00Z, 2",
        "2028-01-30T00:00:01Z, 1",
        "2028-02-22T00:00:00Z, 1",
        "2028-02-22T00:00:01Z, 0",
        "2028-02-29T23:59:00Z, 0",
        "of old, 2"
    })
    void aMonitorHasNoFigureOfATimeBeforeItsOwn(String created, int shares) {
        listing(reply("monitors-up.json").replaceFirst("2026-02-18T13:38:16.586Z", created));

        assertThat(monitor(stage().read(), "258301").uptime()).hasSize(shares);
    }

    @Test
    void onlyMonitorsThatCountAreAsked() {
        MonitorScope scope = new MonitorScope(
                Set.of(new MonitorId("258302")), Set.of(new MonitorId("258304")), Set.of(), Map.of(), "");

        stage().judging(scope).read();

        assertThat(urls()).hasSize(4).allMatch(url -> url.contains("/258302/") || url.contains("/258304/"));
    }

    @Test
    void figuresThatNeverComeCostTheStatesNothing() {
        figures(WireMock.okJson(reply("sla.json")).withFixedDelay(8000));

        long start = System.nanoTime();
        Reading<MonitorFleet> reading =
                stage().attempts(1, Duration.ofSeconds(9)).source().read(NOW, Deadline.in(Duration.ofSeconds(3)));

        assertThat(outcome(reading)).isEqualTo("FOUND 5");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3));
    }

    @Test
    void aLargeFleetIsAskedInPartsTheLongestUnaskedFirst() {
        listing(fleet(120));
        readAndRemember(NOW);
        Set<String> first = asked();
        readAndRemember(NOW.plusSeconds(600));
        readAndRemember(NOW.plusSeconds(1200));

        assertThat(first).hasSize(FigureRound.MOST_MONITORS);
        assertThat(urls()).hasSize(240).doesNotHaveDuplicates();

        SERVICE.resetRequests();
        readAndRemember(NOW.plusSeconds(3600));

        assertThat(asked()).isEqualTo(first);
    }

    @Test
    void monitorsThatAreGoneAreForgotten() {
        readAndRemember(NOW);
        listing(fleet(3));

        readAndRemember(NOW.plusSeconds(600));

        assertThat(store.written().get(1).monitors().keySet())
                .extracting(MonitorId::value)
                .containsExactlyInAnyOrder("1", "2", "3");
    }

    @Test
    void theTokenGoesWithEachRequestAndFollowsNoRedirect() {
        WireMockServer elsewhere =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        elsewhere.start();
        try {
            figures(WireMock.temporaryRedirect(elsewhere.baseUrl()));

            assertThat(outcome(stage().read())).isEqualTo("FOUND 5");
            assertThat(requests()).isNotEmpty().allMatch(request -> request.getHeader("Authorization")
                    .equals("Bearer " + BetterStackStage.TOKEN));
            assertThat(elsewhere.getAllServeEvents()).isEmpty();
        } finally {
            elsewhere.stop();
        }
    }

    private BetterStackStage stage() {
        return new BetterStackStage(workers, SERVICE.baseUrl()).keeping(store);
    }

    // Each time a new process.
    private Reading<MonitorFleet> readAndRemember(Instant now) {
        BetterStackMonitorSource source = stage().source();
        Reading<MonitorFleet> reading = source.read(now, inTime());
        source.remember(inTime());
        return reading;
    }

    private static String fleet(int size) {
        return IntStream.rangeClosed(1, size)
                .mapToObj("{\"id\":\"%d\",\"attributes\":{\"status\":\"up\"}}"::formatted)
                .collect(Collectors.joining(",", "{\"data\":[", "],\"pagination\":{\"next\":null}}"));
    }

    private static void listing(String body) {
        SERVICE.stubFor(WireMock.get(WireMock.urlPathEqualTo(LISTING)).willReturn(WireMock.okJson(body)));
    }

    private static void figures(ResponseDefinitionBuilder reply) {
        SERVICE.stubFor(WireMock.get(WireMock.urlPathMatching(FIGURES)).willReturn(reply));
    }

    private static List<LoggedRequest> requests() {
        return SERVICE.findAll(WireMock.getRequestedFor(WireMock.urlPathMatching(FIGURES)));
    }

    private static List<String> urls() {
        return requests().stream().map(LoggedRequest::getUrl).toList();
    }

    private static Set<String> asked() {
        return urls().stream().map(url -> url.split("/", -1)[4]).collect(Collectors.toSet());
    }
}
