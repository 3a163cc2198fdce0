package com.elytracloud.status.run;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.domain.AlertState.Seen;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.ServedSite;
import com.elytracloud.status.http.AnonymousHttpClient;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.testing.Documents;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class PublishedStatusClientTest {
    private final WireMockServer server = new WireMockServer(options().dynamicPort());
    private final BoundedExecutor executor = new BoundedExecutor();
    private final PublishedStatusClient probe =
            new PublishedStatusClient(new AnonymousHttpClient(TlsConfig.PLATFORM, executor));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void tellsBytesNumberAndTime() {
        answers(aResponse().withHeader("x-amz-meta-seq", "42").withBody(Json.document(Documents.allWell())));

        Visit answer = found(fetch());

        assertThat(answer.certificateEnds()).isEqualTo(Instant.MAX);
        ServedSite served = found(PublishedStatusClient.served(answer));
        assertThat(served.revision()).isEqualTo(new Seen(42, Instant.parse("2026-11-20T21:50:00Z")));
        assertThat(served.staleAfter()).isEqualTo("2026-11-20T22:20:00Z");
    }

    @Test
    void aPageUnder200TellsNoTime() {
        answers(aResponse().withHeader("Content-Type", "text/html").withBody("<!DOCTYPE html>"));

        assertThat(reason(PublishedStatusClient.served(found(fetch())))).isEqualTo(Reason.UNREADABLE);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("faults")
    @Timeout(10)
    void everyFaultHasItsReason(Reason reason, ResponseDefinitionBuilder answer) {
        answers(answer);

        assertThat(reason(fetch())).isEqualTo(reason);
    }

    @Test
    void aServerThatIsGoneIsUnreachable() {
        URI address = address();
        server.stop();

        assertThat(reason(probe.fetch(address, deadline()))).isEqualTo(Reason.UNREACHABLE);
    }

    @Test
    void aBodyThatNeverEndsIsLeftAtTheDeadline() {
        answers(aResponse().withBody("{}").withChunkedDribbleDelay(2, 30_000));

        assertThat(reason(probe.fetch(address(), Deadline.in(Duration.ofMillis(500)))))
                .isEqualTo(Reason.TIMED_OUT);
    }

    static Stream<Arguments> faults() {
        return Stream.of(
                arguments(Reason.NOT_FOUND, aResponse().withStatus(404)),
                arguments(Reason.FORBIDDEN, aResponse().withStatus(403)),
                arguments(Reason.THROTTLED, aResponse().withStatus(429).withHeader("Retry-After", "1")),
                arguments(Reason.SERVER_ERROR, aResponse().withStatus(503)),
                arguments(Reason.REDIRECTED, aResponse().withStatus(302).withHeader("Location", "/elsewhere.json")),
                arguments(Reason.TOO_LARGE, aResponse().withBody("x".repeat(64 * 1024 + 1))),
                arguments(Reason.CUT_SHORT, aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)),
                arguments(Reason.CUT_SHORT, aResponse().withFault(Fault.EMPTY_RESPONSE)));
    }

    private Reading<Visit> fetch() {
        return probe.fetch(address(), deadline());
    }

    private URI address() {
        return URI.create(base() + "/status.json");
    }

    private void answers(ResponseDefinitionBuilder answer) {
        server.stubFor(get("/status.json").willReturn(answer));
    }

    private String base() {
        return "http://localhost:" + server.port();
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    private static <T> T found(Reading<T> reading) {
        return reading.fold(value -> value, () -> null, failure -> {
            throw new AssertionError(failure);
        });
    }

    private static Reason reason(Reading<?> reading) {
        return reading.fold(value -> null, () -> null, failure -> failure.reason());
    }
}
