package com.elytracloud.status.watch;

import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.http.AnonymousHttpClient;
import com.elytracloud.status.run.AnonymousHttp.Visit;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.DoctorReport;
import com.elytracloud.status.run.DoctorReport.Part;
import com.elytracloud.status.run.DoctorReport.Row;
import com.elytracloud.status.run.DoctorReport.Verdict;
import com.elytracloud.status.run.PublishedStatusClient;
import com.elytracloud.status.testing.TlsServer;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static org.assertj.core.api.Assertions.assertThat;

class CertificatesTest {
    private final BoundedExecutor executor = new BoundedExecutor();
    private WireMockServer server;

    @AfterEach
    void stop() {
        if (server != null) {
            server.stop();
        }
    }

    @Test
    void anExpiredCertificateIsNoAnswerAndNamedAsSuch() {
        start("expired.p12");

        Failure failure = failure(visit(trusting()));

        assertThat(failure.reason()).isEqualTo(Reason.UNREACHABLE);
        assertThat(failure.detail()).contains("its certificate has expired");
        assertThat(new PublishedStatusClient(trusting()).fetch(address(), deadline()))
                .as("what the watchdog alerts of")
                .isEqualTo(new Reading.Failed<>(failure));
        assertThat(PublicAccessCheck.refused(report(NOW), failure).rows())
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.verdict()).isEqualTo(Verdict.FAIL);
                    assertThat(row.advice()).contains("Renew the certificate");
                });
    }

    @Test
    void aCertificateThatNobodyVouchesForIsNamedOtherwise() {
        start("lasting.p12");

        Failure failure = failure(visit(new AnonymousHttpClient(TlsConfig.PLATFORM, executor)));

        assertThat(failure.detail()).contains("its certificate is not trusted");
        assertThat(PublicAccessCheck.refused(report(NOW), failure).rows().get(0).advice())
                .contains("authority");
    }

    @Test
    void aCertificateThatIsTrustedShowsItsEnd() {
        start("lasting.p12");

        assertThat(visit(trusting()).fold(Visit::certificateEnds, () -> null, failure -> null))
                .isBetween(Instant.parse("2119-01-01T00:00:00Z"), Instant.parse("2121-01-01T00:00:00Z"));
    }

    @ParameterizedTest(name = "{0} before its end: {1}")
    @CsvSource({"P100D, OK", "P14D, OK", "P13DT23H59M59S, FAIL", "PT0S, FAIL"})
    void aCertificateThatEndsSoonIsRed(Duration left, Verdict verdict) {
        Instant end = Instant.parse("2028-02-29T00:00:00Z");

        Row row = PublicAccessCheck.certificate(
                        report(end.minus(left)),
                        URI.create("https://status.example.com/status.json"),
                        new Visit(200, Map.of(), new byte[0], end))
                .rows()
                .get(0);

        assertThat(row.verdict()).isEqualTo(verdict);
        assertThat(row.seen()).isEqualTo(left.toDays() + " days left");
    }

    @ParameterizedTest
    @CsvSource({"http://localhost:8080/status.json, SKIPPED", "http://status.example.com/status.json, WARN"})
    void plainHttpIsFineOnThisMachineOnly(URI address, Verdict verdict) {
        assertThat(PublicAccessCheck.certificate(
                                report(NOW), address, new Visit(200, Map.of(), new byte[0], Instant.MAX))
                        .rows()
                        .get(0)
                        .verdict())
                .isEqualTo(verdict);
    }

    private static DoctorReport report(Instant now) {
        return new DoctorReport(Part.VISITORS, now, deadline());
    }

    private void start(String keyStore) {
        server = TlsServer.create(keyStore);
        server.start();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withBody("{}")));
    }

    private AnonymousHttpClient trusting() {
        return new AnonymousHttpClient(TlsServer.trusting(), executor);
    }

    private Reading<Visit> visit(AnonymousHttpClient visitor) {
        return visitor.visit(address(), Map.of(), deadline());
    }

    private URI address() {
        return URI.create("https://localhost:%d/status.json".formatted(server.httpsPort()));
    }

    private static Failure failure(Reading<?> reading) {
        return reading.fold(value -> null, () -> null, failure -> failure);
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofSeconds(10));
    }
}
