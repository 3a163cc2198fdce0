package com.elytracloud.status.betterstack;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
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

import static com.elytracloud.status.betterstack.BetterStackStage.NOW;
import static com.elytracloud.status.betterstack.BetterStackStage.detail;
import static com.elytracloud.status.betterstack.BetterStackStage.outcome;
import static com.elytracloud.status.betterstack.BetterStackStage.reply;
import static org.assertj.core.api.Assertions.assertThat;

/** What Better Stack, a proxy or the network can do to us instead of listing the monitors. */
@QuarkusTest
final class BetterStackFaultsQuarkusTest {
    private static final String JSON = "application/json; charset=utf-8";
    private static final Duration SHORT = Duration.ofMillis(300);
    private static final Duration LONG = Duration.ofSeconds(5);
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

    @Test
    void whatIsDocumentedIsRead() {
        answer(monitors());

        assertThat(outcome(stage().read())).isEqualTo("FOUND 5");
    }

    @ParameterizedTest
    @CsvSource({
        "400, UNREADABLE, 1",
        "401, UNAUTHORIZED, 1",
        "403, FORBIDDEN, 1",
        "404, NOT_FOUND, 1",
        "429, THROTTLED, 3",
        "500, SERVER_ERROR, 3",
        "501, SERVER_ERROR, 1",
        "502, SERVER_ERROR, 3",
        "503, SERVER_ERROR, 3",
        "504, SERVER_ERROR, 3",
        "204, UNREADABLE, 1",
        "304, REDIRECTED, 1"
    })
    void everyRefusalHasItsReasonAndOnlyWhatMayPassIsAskedAgain(int status, String outcome, int requests) {
        answer(WireMock.status(status)
                .withHeader("Content-Type", JSON)
                .withBody(status == 204 || status == 304 ? null : reply("unauthorized.json")));

        assertThat(outcome(stage().attempts(3, LONG).read())).isEqualTo(outcome);
        assertThat(asked()).isEqualTo(requests);
    }

    @Test
    void aRefusalSaysWhatToDoAndNeitherTheTokenNorTheBody() {
        answer(WireMock.unauthorized()
                .withHeader("Content-Type", JSON)
                .withBody(reply("unauthorized.json").replace("Invalid", BetterStackStage.TOKEN)));

        assertThat(detail(stage().read())).isEqualTo("answered 401: the token is wrong or revoked");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "999999999", "Wed, 01 Mar 2028 00:10:00 GMT"})
    void aPauseBeyondTheDeadlineIsNotWaitedFor(String retryAfter) {
        answer(WireMock.status(429).withHeader("Retry-After", retryAfter));

        assertThat(outcome(stage().attempts(3, LONG).read())).isEqualTo("THROTTLED");
        assertThat(asked()).isEqualTo(1);
    }

    @Test
    void aShortPauseIsWaitedFor() {
        answerOnce(WireMock.status(429).withHeader("Retry-After", "1"));

        long start = System.nanoTime();
        Reading<MonitorFleet> reading = stage().attempts(2, LONG).read();

        assertThat(outcome(reading)).isEqualTo("FOUND 5");
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(9));
    }

    @Test
    void aServiceThatRecoversIsBelieved() {
        answerOnce(WireMock.serverError());

        assertThat(outcome(stage().attempts(2, LONG).read())).isEqualTo("FOUND 5");
    }

    @Test
    void aServiceThatNeverAnswersTimesOut() {
        answer(monitors().withFixedDelay(2000));

        assertThat(outcome(stage().attempts(1, SHORT).read())).isEqualTo("TIMED_OUT");
    }

    @Test
    void aBodyThatTricklesTimesOutAsAWhole() {
        answer(monitors().withChunkedDribbleDelay(40, 4000));

        assertThat(outcome(stage().attempts(1, SHORT).read())).isEqualTo("TIMED_OUT");
    }

    @Test
    void theDeadlineOfTheRunCutsTheLastAttempt() {
        answer(monitors().withFixedDelay(2000));
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
            send(out, head("Transfer-Encoding: chunked") + "1\r\n{\r\n");
            for (int i = 0; i < 1000; i++) {
                boolean over = never.await(20, TimeUnit.MILLISECONDS);
                send(out, over ? "" : "1\r\n \r\n");
            }
        })) {
            assertThat(outcome(stage(server.url()).attempts(1, SHORT).read())).isEqualTo("TIMED_OUT");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aConnectionThatBreaksIsTriedAgain(Fault fault) {
        answer(WireMock.aResponse().withFault(fault));

        assertThat(outcome(stage().attempts(3, LONG).read())).isEqualTo("CUT_SHORT");
        assertThat(asked()).isBetween(3, 6); // the platform asks once more by itself
    }

    @Test
    void aResetInTheMiddleOfTheBodyIsCutShort() throws Exception {
        String half = reply("monitors-up.json").substring(0, 900);
        try (RawServer server = new RawServer(out -> send(out, head("Content-Length: 100000") + half))) {
            assertThat(outcome(stage(server.url()).attempts(2, LONG).read())).isEqualTo("CUT_SHORT");
            assertThat(server.requests()).isEqualTo(2);
        }
    }

    @Test
    void anEndlessBodyIsLeftAtTheLimit() throws Exception {
        byte[] chunk = ("1000\r\n" + " ".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer(out -> {
            send(out, head("Transfer-Encoding: chunked"));
            while (true) {
                out.write(chunk);
            }
        })) {
            assertThat(outcome(stage(server.url()).atMostBytes(1 << 20).read())).isEqualTo("TOO_LARGE");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @Test
    void aCompressedBombIsLeftAtTheLimit() throws Exception {
        byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer(out -> {
            send(out, head("Connection: close\r\nContent-Encoding: gzip"));
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                while (true) {
                    gzip.write(blanks);
                }
            }
        })) {
            assertThat(outcome(stage(server.url()).read())).isEqualTo("TOO_LARGE");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(outcome(stage(closed).attempts(2, LONG).read())).isEqualTo("UNREACHABLE");
    }

    @Test
    void credentialsDoNotFollowARedirect() {
        WireMockServer elsewhere =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        elsewhere.start();
        try {
            answer(WireMock.temporaryRedirect(elsewhere.baseUrl() + "/api/v2/monitors"));

            assertThat(outcome(stage().read())).isEqualTo("REDIRECTED");
            assertThat(elsewhere.getAllServeEvents()).isEmpty();
        } finally {
            elsewhere.stop();
        }
    }

    @Test
    void aPageUnder200IsNoListing() {
        answer(WireMock.ok("<!DOCTYPE html><title>Better Stack</title>")
                .withHeader("Content-Type", "text/html; charset=utf-8"));

        Reading<MonitorFleet> reading = stage().read();

        assertThat(outcome(reading)).isEqualTo("UNREADABLE");
        assertThat(detail(reading)).contains("without application/json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "[]",
                "null",
                "<html>",
                "{\"data\":[{\"id\":\"25",
                "{\"data\":null,\"pagination\":{\"next\":null}}",
                "{\"data\":{},\"pagination\":{\"next\":null}}",
                "{\"data\":[]}",
                "{\"data\":[],\"pagination\":{}}",
                "{\"data\":[],\"pagination\":{\"next\":7}}",
                "{\"data\":[],\"pagination\":{\"next\":null}} {}",
                "{\"errors\":\"something\"}"
            })
    void brokenJsonUnder200IsUnreadable(String body) {
        answer(WireMock.ok(body).withHeader("Content-Type", JSON));

        assertThat(outcome(stage().read())).isEqualTo("UNREADABLE");
    }

    @ParameterizedTest
    @CsvSource({"23:50:00, CLOCK_SKEWED", "23:54:32, FOUND 5"})
    void anAnswerOfAnotherTimeIsACachesAnswer(String time, String outcome) {
        answer(monitors().withHeader("Date", "Tue, 29 Feb 2028 %s GMT".formatted(time)));

        assertThat(outcome(stage().read())).isEqualTo(outcome);
    }

    private BetterStackStage stage() {
        return stage(SERVICE.baseUrl());
    }

    private BetterStackStage stage(String url) {
        return new BetterStackStage(workers, url);
    }

    private static void answer(ResponseDefinitionBuilder reply) {
        SERVICE.stubFor(
                WireMock.any(WireMock.urlPathEqualTo("/api/v2/monitors")).willReturn(reply));
    }

    private static void answerOnce(ResponseDefinitionBuilder reply) {
        SERVICE.stubFor(WireMock.any(WireMock.urlPathEqualTo("/api/v2/monitors"))
                .inScenario("recovery")
                .whenScenarioStateIs("Started")
                .willReturn(reply)
                .willSetStateTo("up"));
        SERVICE.stubFor(WireMock.any(WireMock.urlPathEqualTo("/api/v2/monitors"))
                .inScenario("recovery")
                .whenScenarioStateIs("up")
                .willReturn(monitors()));
    }

    private static int asked() {
        return SERVICE.findAll(WireMock.getRequestedFor(WireMock.urlPathEqualTo("/api/v2/monitors")))
                .size();
    }

    private static ResponseDefinitionBuilder monitors() {
        return WireMock.ok(reply("monitors-up.json")).withHeader("Content-Type", JSON);
    }

    private static String head(String headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: " + JSON + "\r\n" + headers + "\r\n\r\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }
}
