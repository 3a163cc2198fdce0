package com.elytracloud.status.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;

import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import org.jboss.resteasy.reactive.RestResponse;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.RawServer;

import static org.assertj.core.api.Assertions.assertThat;

/** Every fault of a server, once for all services; the client can be built in a Quarkus application only. */
@QuarkusTest
final class ServerFaultsQuarkusTest {
    private static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");
    private static final RetryPolicy ONCE = new RetryPolicy(1, Duration.ofSeconds(10), Duration.ofMillis(2));
    private static final RetryPolicy BRIEFLY = new RetryPolicy(1, Duration.ofMillis(300), Duration.ofMillis(2));
    private static final RetryPolicy THRICE = new RetryPolicy(3, Duration.ofSeconds(5), Duration.ofMillis(2));
    private static final WireMockServer SERVER =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Inject
    BoundedExecutor executor;

    /** A service with one endpoint. */
    @Path("")
    interface TextApi {
        @GET
        @Path("/text")
        RestResponse<InputStream> text(@HeaderParam("Authorization") String authorization);
    }

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void reset() {
        SERVER.resetAll();
    }

    @Test
    void aWholeResponseIsRead() {
        answer(text());

        assertThat(read(ONCE)).isEqualTo("FOUND text");
    }

    @Test
    void aServerThatNeverAnswersTimesOut() {
        answer(text().withFixedDelay(1000));

        assertThat(read(BRIEFLY)).isEqualTo("TIMED_OUT");
    }

    @Test
    void aBodyThatTricklesTimesOutAsAWhole() {
        answer(text().withChunkedDribbleDelay(4, 1000));

        assertThat(read(BRIEFLY)).isEqualTo("TIMED_OUT");
    }

    @Test
    void theDeadlineCutsTheLastAttempt() {
        answer(text().withFixedDelay(2000));
        RetryPolicy policy = new RetryPolicy(3, Duration.ofMillis(500), Duration.ofMillis(2));

        assertThat(read(SERVER.baseUrl(), policy, 100, Deadline.in(Duration.ofMillis(700))))
                .isEqualTo("TIMED_OUT");
        assertThat(requests()).isBetween(1, 2);
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
            assertThat(read(server, BRIEFLY)).isEqualTo("TIMED_OUT");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @Test
    void anEndlessBodyIsLeftAtTheLimit() throws Exception {
        byte[] chunk = ("1000\r\n" + "x".repeat(4096) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        try (RawServer server = new RawServer(out -> {
            send(out, head("Transfer-Encoding: chunked"));
            while (true) {
                out.write(chunk);
            }
        })) {
            assertThat(read(server, ONCE)).isEqualTo("TOO_LARGE");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @Test
    void aCompressedBombIsLeftAtTheLimit() throws Exception {
        try (RawServer server = new RawServer(out -> {
            send(out, head("Connection: close\r\nContent-Encoding: gzip"));
            try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
                while (true) {
                    gzip.write(new byte[1 << 16]);
                }
            }
        })) {
            assertThat(read(server, ONCE)).isEqualTo("TOO_LARGE");
            assertThat(server.wasHungUp()).isTrue();
        }
    }

    @ParameterizedTest
    @CsvSource({"100, FOUND text", "4, FOUND text", "3, TOO_LARGE"})
    void theLimitIsExact(long maxBytes, String outcome) {
        answer(text());

        assertThat(read(SERVER.baseUrl(), ONCE, maxBytes, inTime())).isEqualTo(outcome);
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"CONNECTION_RESET_BY_PEER", "EMPTY_RESPONSE"})
    void aConnectionThatBreaksIsTriedAgain(Fault fault) {
        answer(WireMock.aResponse().withFault(fault));

        assertThat(read(THRICE)).isEqualTo("CUT_SHORT");
        assertThat(requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Transfer-Encoding: chunked\r\n\r\n4\r\ntext\r\nnonsense\r\n",
                "Transfer-Encoding: chunked\r\n\r\n4\r\ntext\r\n",
                "Content-Length: 100000\r\n\r\ntext",
                "Content-Length: 5\r\n\r\ntext"
            })
    void aBodyThatIsNotWholeIsCutShort(String rest) throws Exception {
        try (RawServer server =
                new RawServer(out -> send(out, "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + rest))) {
            assertThat(read(server, THRICE)).isEqualTo("CUT_SHORT");
            assertThat(server.requests()).isEqualTo(3);
        }
    }

    @Test
    void aRefusedConnectionIsUnreachable() throws IOException {
        String closed;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            closed = "http://127.0.0.1:" + socket.getLocalPort();
        }

        assertThat(read(closed, THRICE, 100, inTime())).isEqualTo("UNREACHABLE");
    }

    @Test
    void aNameThatDoesNotExistIsUnreachable() {
        assertThat(read("http://service.invalid", ONCE, 100, inTime())).isEqualTo("UNREACHABLE");
    }

    @Test
    void aFailedTlsHandshakeIsUnreachable() {
        answer(text());

        assertThat(read("https://localhost:" + SERVER.port(), ONCE, 100, inTime()))
                .isEqualTo("UNREACHABLE");
    }

    @Test
    void somethingThatIsNotHttpIsUnreadable() throws Exception {
        try (RawServer server = new RawServer(out -> send(out, "SSH-2.0-OpenSSH_9.2p1\r\n\r\n"))) {
            assertThat(read(server, ONCE)).isEqualTo("UNREADABLE");
        }
    }

    @Test
    void anEncodingThatWasNotRequestedIsUnreadable() {
        answer(text().withHeader("Content-Encoding", "br"));

        assertThat(read(ONCE)).isEqualTo("UNREADABLE");
    }

    @Test
    void anotherMediaTypeIsForTheServiceToName() {
        answer(text().withHeader("Content-Type", "text/html"));

        assertThat(read(ONCE)).isEqualTo("WRONG_SERVICE");
    }

    @Test
    void credentialsDoNotFollowARedirect() {
        WireMockServer elsewhere =
                new WireMockServer(WireMockConfiguration.options().dynamicPort());
        elsewhere.start();
        try {
            answer(WireMock.temporaryRedirect(elsewhere.baseUrl() + "/text"));

            assertThat(read(ONCE)).isEqualTo("REDIRECTED");
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
    void onlyATransientErrorIsTriedAgain(int status, String outcome, int requests) {
        answer(WireMock.status(status));

        assertThat(read(THRICE)).isEqualTo(outcome);
        assertThat(requests()).isEqualTo(requests);
    }

    @Test
    void aServerThatRecoversIsRead() {
        SERVER.stubFor(WireMock.any(WireMock.anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs("Started")
                .willReturn(WireMock.serviceUnavailable().withHeader("Retry-After", "0"))
                .willSetStateTo("up"));
        SERVER.stubFor(WireMock.any(WireMock.anyUrl())
                .inScenario("recovery")
                .whenScenarioStateIs("up")
                .willReturn(text()));

        assertThat(read(THRICE)).isEqualTo("FOUND text");
    }

    @ParameterizedTest
    @ValueSource(strings = {"60", "999999999", "Wed, 01 Mar 2028 00:10:00 GMT"})
    void aRetryAfterBeyondTheDeadlineEndsTheAttempts(String retryAfter) {
        answer(WireMock.status(429).withHeader("Retry-After", retryAfter));

        assertThat(read(THRICE)).isEqualTo("THROTTLED");
        assertThat(requests()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-5", "", "Tue, 29 Feb 2028 23:00:00 GMT"})
    void aRetryAfterThatCannotBeReadIsIgnored(String retryAfter) {
        answer(WireMock.status(503).withHeader("Retry-After", retryAfter));

        assertThat(read(THRICE)).isEqualTo("SERVER_ERROR");
        assertThat(requests()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({"PT2M, FOUND text", "PT2M1S, CLOCK_SKEWED", "-PT5M, FOUND text", "-PT5M1S, CLOCK_SKEWED"})
    void aResponseOfAnotherTimeIsNoEvidence(Duration offset, String outcome) {
        String date =
                DateTimeFormatter.RFC_1123_DATE_TIME.format(NOW.plus(offset).atOffset(ZoneOffset.UTC));
        answer(text().withHeader("Date", date));

        assertThat(read(ONCE)).isEqualTo(outcome);
    }

    @Test
    void aDateThatCannotBeReadIsIgnored() {
        answer(text().withHeader("Date", "yesterday"));

        assertThat(read(ONCE)).isEqualTo("FOUND text");
    }

    private String read(RetryPolicy policy) {
        return read(SERVER.baseUrl(), policy, 100, inTime());
    }

    private String read(RawServer server, RetryPolicy policy) {
        return read(server.url(), policy, 100, inTime());
    }

    /** {@code FOUND body} or the reason of the failure. */
    private String read(String url, RetryPolicy policy, long maxBytes, Deadline deadline) {
        TextApi api = new RestClients(TlsConfig.PLATFORM).of(TextApi.class, URI.create(url), Map::of);
        Reading<String> reading = new ApiCaller(policy, executor, new NoErrors())
                .read(
                        () -> api.text("secret"),
                        response -> new String(
                                response.body("text/plain", maxBytes).readAllBytes(), StandardCharsets.US_ASCII),
                        NOW,
                        deadline);
        return reading.fold(body -> "FOUND " + body, () -> "NOTHING", failure -> failure.reason()
                .name());
    }

    private static Deadline inTime() {
        return Deadline.in(Duration.ofSeconds(20));
    }

    private static void answer(ResponseDefinitionBuilder reply) {
        SERVER.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(reply));
    }

    private static int requests() {
        return SERVER.getAllServeEvents().size();
    }

    private static ResponseDefinitionBuilder text() {
        return WireMock.ok("text").withHeader("Content-Type", "text/plain; charset=utf-8");
    }

    private static String head(String headers) {
        return "HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n" + headers + "\r\n\r\n";
    }

    private static void send(OutputStream out, String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    /** A service whose errors have their usual meaning. */
    private record NoErrors() implements ApiResponse.Errors {
        @Override
        public ApiCallException of(ApiResponse response) {
            return response.usualError();
        }

        @Override
        public ApiCallException wrongType(String expected, ApiResponse response) {
            return ApiCallException.permanentFailure(Reason.WRONG_SERVICE, "no " + expected);
        }
    }
}
