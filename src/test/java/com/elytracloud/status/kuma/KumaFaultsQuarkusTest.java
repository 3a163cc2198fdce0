package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.RawServer;

import static com.elytracloud.status.kuma.KumaStage.detail;
import static com.elytracloud.status.kuma.KumaStage.inTime;
import static com.elytracloud.status.kuma.KumaStage.outcome;
import static org.assertj.core.api.Assertions.assertThat;

/** What a network, a proxy or a broken server can do to us. */
@QuarkusTest
final class KumaFaultsQuarkusTest {
    private static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");
    private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
    private static final String ONE_MONITOR = """
            # HELP monitor_status Monitor Status (1 = UP, 0= DOWN, 2= PENDING, 3= MAINTENANCE)
            monitor_status{monitor_id="1"} 1
            expressjs_number_of_open_connections 0
            """;
    private static final String LAST = "expressjs_number_of_open_connections 0\n";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final WireMockServer KUMA =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Inject
    BoundedExecutor workers;

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
    void aServerThatNeverAnswersTimesOut() {
        answer(metrics().withFixedDelay(2000));

        assertThat(outcome(read(stage().attempts(1, SHORT)))).isEqualTo("TIMED_OUT");
    }

    @Test
    void aBodyThatTricklesTimesOutAsAWhole() {
        answer(metrics().withChunkedDribbleDelay(40, 4000));

        assertThat(outcome(read(stage().attempts(1, SHORT)))).isEqualTo("TIMED_OUT");
    }

    @Test
    void theDeadlineOfTheRunCutsTheLastAttempt() {
        answer(metrics().withFixedDelay(2000));
        Deadline deadline = Deadline.in(Duration.ofMillis(700));

        Reading<MonitorFleet> reading =
                stage().attempts(3, Duration.ofMillis(500)).source().read(NOW, deadline);

        assertThat(outcome(reading)).isEqualTo("TIMED_OUT");
        assertThat(asked()).isBetween(1, 2);
    }

    @Test
    void anAbandonedBodyClosesTheConnection() throws Exception {
        CountDownLatch never = new CountDownLatch(1);
        try (RawServer server = new RawServer(out -> {
            send(out, head("Transfer-Encoding: chunked") + "2\r\n# \r\n");
            for (int i = 0; i < 1000; i++) {
                boolean over = never.await(20, TimeUnit.MILLISECONDS);
                send(out, over ? "" : "2\r\n# \r\n");
            }
        })) {
            Reading<MonitorFleet> reading = read(stage(server.url()).attempts(1, SHORT));

            assertThat(outcome(reading)).isEqualTo("TIMED_OUT");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aConnectionThatBreaksIsTriedAgain(Fault fault) {
        answer(WireMock.aResponse().withFault(fault));

        assertThat(outcome(read(stage().attempts(3, Duration.ofSeconds(5))))).isEqualTo("CUT_SHORT");
        assertThat(asked()).isBetween(3, 6); // the platform asks once more by itself
    }

    @Test
    void chunksThatCannotBeReadAreCutShort() throws Exception {
        try (RawServer server =
                new RawServer(out -> send(out, head("Transfer-Encoding: chunked") + "2\r\n# \r\nnonsense\r\n"))) {
            assertThat(outcome(read(stage(server.url())))).isEqualTo("CUT_SHORT");
        }
    }

    @Test
    void aResetInTheMiddleOfTheBodyIsCutShort() throws Exception {
        try (RawServer server = new RawServer(out -> send(out, head("Content-Length: 100000") + ONE_MONITOR))) {
            Reading<MonitorFleet> reading = read(stage(server.url()).attempts(2, Duration.ofSeconds(5)));

            assertThat(outcome(reading)).isEqualTo("CUT_SHORT");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void aBodyThatEndsBeforeKumasLastFamilyIsCutShort() throws Exception {
        String cut = ONE_MONITOR.replace(LAST, "");
        try (RawServer server = new RawServer(out -> send(out, head("Connection: close") + cut))) {
            assertThat(outcome(read(stage(server.url())))).isEqualTo("CUT_SHORT");
        }
    }

    @Test
    void aBodyShorterThanItsLastLineIsCutShort() throws Exception {
        try (RawServer server = new RawServer(out -> send(out, head("Content-Length: 90") + ONE_MONITOR))) {
            assertThat(outcome(read(stage(server.url())))).isEqualTo("CUT_SHORT");
        }
    }

    @Test
    void anEndlessBodyIsLeftAtTheLimit() throws Exception {
        byte[] chunk =
                ("1000\r\n" + "# filler\n".repeat(456).substring(0, 4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer(out -> {
            send(out, head("Transfer-Encoding: chunked"));
            while (true) {
                out.write(chunk);
            }
        })) {
            Reading<MonitorFleet> reading = read(stage(server.url()).atMostBytes(1 << 20));

            assertThat(outcome(reading)).isEqualTo("TOO_LARGE");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @Test
    void aCompressedBombIsLeftAtTheLimit() throws Exception {
        try (RawServer server = new RawServer(out -> {
            send(out, head("Connection: close\r\nContent-Encoding: gzip"));
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                byte[] zeros = new byte[1 << 16];
                while (true) {
                    gzip.write(zeros);
                }
            }
        })) {
            Reading<MonitorFleet> reading = read(stage(server.url()));

            assertThat(outcome(reading)).isEqualTo("TOO_LARGE");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @Test
    void aRefusedConnectionIsTriedAgainAndThenUnreachable() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(outcome(read(stage(closed).attempts(3, Duration.ofSeconds(5)))))
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() {
        assertThat(outcome(read(stage("http://kuma.invalid")))).isEqualTo("UNREACHABLE");
    }

    @Test
    void aFailedTlsHandshakeIsUnreachable() {
        answer(metrics());

        assertThat(outcome(read(stage("https://localhost:" + KUMA.port())))).isEqualTo("UNREACHABLE");
    }

    @Test
    void somethingThatIsNotHttpIsUnreadable() throws Exception {
        try (RawServer server = new RawServer(out -> send(out, "SSH-2.0-OpenSSH_9.2p1\r\n\r\n"))) {
            assertThat(outcome(read(stage(server.url())))).isEqualTo("UNREADABLE");
        }
    }

    @Test
    void credentialsDoNotFollowARedirect() {
        WireMockServer elsewhere =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        elsewhere.start();
        try {
            answer(WireMock.temporaryRedirect(elsewhere.baseUrl() + "/metrics"));

            assertThat(outcome(read(stage()))).isEqualTo("REDIRECTED");
            assertThat(elsewhere.getAllServeEvents()).isEmpty();
        } finally {
            elsewhere.stop();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNREADABLE, 1",
        "401, UNAUTHORIZED, 1",
        "403, FORBIDDEN, 1",
        "404, NOT_FOUND, 1",
        "429, THROTTLED, 3",
        "500, SERVER_ERROR, 1",
        "502, SERVER_ERROR, 3",
        "503, SERVER_ERROR, 3",
        "504, SERVER_ERROR, 3",
        "204, UNREADABLE, 1",
        "304, REDIRECTED, 1"
    })
    void onlyWhatMayPassIsAskedAgain(int status, String outcome, int requests) {
        answer(WireMock.status(status));

        assertThat(outcome(read(stage().attempts(3, Duration.ofSeconds(5))))).isEqualTo(outcome);
        assertThat(asked()).isEqualTo(requests);
    }

    @Test
    void aServerThatRecoversIsBelieved() {
        KUMA.stubFor(WireMock.any(WireMock.anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs("Started")
                .willReturn(WireMock.serviceUnavailable().withHeader("Retry-After", "0"))
                .willSetStateTo("up"));
        KUMA.stubFor(WireMock.any(WireMock.anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs("up")
                .willReturn(metrics()));

        assertThat(outcome(read(stage().attempts(2, Duration.ofSeconds(5))))).isEqualTo("FOUND 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "999999999", "Wed, 01 Mar 2028 00:10:00 GMT"})
    void aServerThatWantsAPauseBeyondTheDeadlineIsNotAskedAgain(String retryAfter) {
        answer(WireMock.status(429).withHeader("Retry-After", retryAfter));

        assertThat(outcome(read(stage().attempts(3, Duration.ofSeconds(5))))).isEqualTo("THROTTLED");
        assertThat(asked()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "Tue, 29 Feb 2028 23:00:00 GMT"})
    void aPauseThatSaysNothingIsOurOwn(String retryAfter) {
        answer(WireMock.status(503).withHeader("Retry-After", retryAfter));

        read(stage().attempts(2, Duration.ofSeconds(5)));

        assertThat(asked()).isEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"PT2M, FOUND 1", "PT2M1S, CLOCK_SKEWED", "-PT5M, FOUND 1", "-PT5M1S, CLOCK_SKEWED"})
    void anAnswerOfAnotherTimeIsNoEvidence(Duration offset, String outcome) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plus(offset).atOffset(ZoneOffset.UTC));
        answer(metrics().withHeader("Date", date));

        assertThat(outcome(read(stage()))).isEqualTo(outcome);
    }

    @Test
    void aDateThatCannotBeReadSaysNothing() {
        answer(metrics().withHeader("Date", "yesterday"));

        assertThat(outcome(read(stage()))).isEqualTo("FOUND 1");
    }

    @ParameterizedTest
    @CsvSource({"Basic, the key is wrong", "Basic realm=\"Restricted\", another login stands in front"})
    void aRefusalTellsWhoseItIs(String challenge, String hint) {
        answer(WireMock.unauthorized().withHeader("WWW-Authenticate", challenge));

        assertThat(detail(read(stage()))).contains(hint).doesNotContain(KumaStage.KEY);
    }

    @Test
    void metricsOfSomethingElseAreNotKumas() {
        answer(metrics().withBody("# HELP up Up.\nup 1\n"));

        assertThat(outcome(read(stage()))).isEqualTo("WRONG_SERVICE");
    }

    @Test
    void aKumaWithoutMonitorsHasNone() {
        answer(metrics().withBody("# HELP monitor_status Monitor Status\n" + LAST));

        assertThat(outcome(read(stage()))).isEqualTo("NOTHING");
    }

    @ParameterizedTest
    @CsvSource({"PT4M59S, NOT_READY", "PT5M, NOTHING"})
    void aKumaWithoutMonitorsMayJustHaveStarted(Duration ago, String outcome) {
        long start = NOW.minus(ago).getEpochSecond();
        answer(metrics()
                .withBody("# HELP monitor_status Monitor Status\nprocess_start_time_seconds %d\n".formatted(start)
                        + LAST));

        assertThat(outcome(read(stage()))).isEqualTo(outcome);
    }

    @Test
    void linesOfWhichNoneCanBeReadAreNotNoMonitors() {
        answer(metrics()
                .withBody("# HELP monitor_status Monitor Status\nmonitor_status{monitor_id=\"<1>\"} 1\n" + LAST));

        assertThat(outcome(read(stage()))).isEqualTo("UNREADABLE");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "{\"heartbeatList\":{\"1\":[{\"sta",
                "{\"heartbeatList\":{}}",
                "{\"heartbeatList\":[],\"uptimeList\":[]}",
                "<html>",
                "{\"status\":\"fail\"}"
            })
    void brokenJsonUnder200IsUnreadable(String body) {
        answer(WireMock.ok(body).withHeader("Content-Type", "application/json; charset=utf-8"));

        Reading<MonitorFleet> reading =
                new KumaStage(workers, KUMA.baseUrl()).withPage().source().read(NOW, inTime());

        assertThat(outcome(reading)).isEqualTo("UNREADABLE");
    }

    @Test
    void anEncodingNobodyAskedForIsUnreadable() {
        answer(metrics().withHeader("Content-Encoding", "br"));

        assertThat(outcome(read(stage()))).isEqualTo("UNREADABLE");
    }

    private KumaStage stage() {
        return stage(KUMA.baseUrl());
    }

    private KumaStage stage(String url) {
        return new KumaStage(workers, url).withKey();
    }

    private static Reading<MonitorFleet> read(KumaStage stage) {
        return stage.source().read(NOW, inTime());
    }

    private static void answer(ResponseDefinitionBuilder reply) {
        KUMA.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(reply));
    }

    private static int asked() {
        return KUMA.getAllServeEvents().size();
    }

    private static ResponseDefinitionBuilder metrics() {
        return WireMock.ok(ONE_MONITOR).withHeader("Content-Type", TEXT);
    }

    private static String head(String headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + TEXT + "\r\n" + headers + "\r\n\r\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
