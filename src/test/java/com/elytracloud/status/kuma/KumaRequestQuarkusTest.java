package com.elytracloud.status.kuma;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.MonitorSource;
import com.elytracloud.status.testing.TlsServer;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves us on the way to Uptime Kuma. */
@QuarkusTest
final class KumaRequestQuarkusTest {
    private static final MonitorId ONE = new MonitorId("1");
    private static final String METRICS =
            "# HELP monitor_status x\nmonitor_status{monitor_id=\"1\"} 1\nexpressjs_number_of_open_connections 0\n";
    private static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");
    // One for each test: a reading may end while one of its questions is still on its way.
    private final WireMockServer kuma = TlsServer.create();

    @Inject
    BoundedExecutor executor;

    @Inject
    MonitorSource source;

    @BeforeEach
    void answerNothing() {
        kuma.start();
        kuma.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.notFound()));
    }

    @AfterEach
    void stop() {
        kuma.stop();
    }

    @ParameterizedTest
    @CsvSource({"'', /metrics", "/, /metrics", "/kuma, /kuma/metrics", "/a/b//, /a/b/metrics"})
    void thePathIsTheBaseAndExactlyMetrics(String base, String path) {
        new KumaStage(executor, http() + base).withKey().source().read(NOW, KumaStage.inTime());

        assertThat(theRequest().getUrl()).isEqualTo(path);
    }

    @Test
    void theKeyGoesWithTheFirstRequestAsItIsWritten() {
        new KumaStage(executor, http()).withKey().source().read(NOW, KumaStage.inTime());

        String[] authorization = theRequest().getHeader("Authorization").split(" ", 2);
        assertThat(authorization[0]).isEqualTo("Basic");
        assertThat(new String(Base64.getDecoder().decode(authorization[1]), StandardCharsets.UTF_8))
                .isEqualTo(":" + KumaStage.KEY);
    }

    @Test
    void nothingAsksForAnotherProtocol() {
        new KumaStage(executor, http()).withKey().source().read(NOW, KumaStage.inTime());

        LoggedRequest request = theRequest();
        assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(request.containsHeader("Upgrade")).isFalse();
        assertThat(request.containsHeader("HTTP2-Settings")).isFalse();
    }

    @Test
    void compressionIsWelcome() {
        new KumaStage(executor, http()).withKey().source().read(NOW, KumaStage.inTime());

        assertThat(theRequest().getHeader("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void theStatusPageIsAskedWithoutTheKey() {
        new KumaStage(executor, http() + "/kuma").withKey().withPage().source().read(NOW, KumaStage.inTime());

        kuma.verify(
                0,
                WireMock.getRequestedFor(WireMock.urlEqualTo("/kuma/api/status-page/heartbeat/public"))
                        .withHeader("Authorization", WireMock.matching(".*")));
        kuma.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/kuma/metrics"))
                .withHeader("Authorization", WireMock.matching("Basic .*")));
    }

    @Test
    void withoutAKeyOnlyTheStatusPageIsAsked() {
        new KumaStage(executor, http()).withPage().source().read(NOW, KumaStage.inTime());

        assertThat(kuma.findAll(WireMock.anyRequestedFor(WireMock.anyUrl())))
                .noneMatch(request -> request.containsHeader("Authorization"))
                .extracting(LoggedRequest::getUrl)
                .contains("/api/status-page/heartbeat/public")
                .isSubsetOf("/api/status-page/heartbeat/public", "/api/status-page/public");
    }

    @Test
    void everyRequestCarriesTheHeadersOfTheAccessProxy() {
        kuma.stubFor(WireMock.any(WireMock.anyUrl()).willReturn(WireMock.forbidden()));
        demand("/metrics", "text/plain", METRICS);
        demand("/api/status-page/public", "application/json", "{\"publicGroupList\":[{\"name\":\"Core\"}]}");
        demand(
                "/api/status-page/heartbeat/public",
                "application/json",
                "{\"heartbeatList\":{\"1\":[{\"status\":1,\"time\":\"2028-02-29 23:59:00\"}]},\"uptimeList\":{}}");
        for (String span : new String[] {"168", "720", "2160"}) {
            demand("/api/badge/1/uptime/" + span, "image/svg+xml", "<svg><title>Uptime: 99.5%</title></svg>");
        }
        KumaMonitorSource access = new KumaStage(executor, http())
                .withKey()
                .withPage()
                .with("UPTIME_KUMA_HEADERS", "CF-Access-Client-Id: a.access; X-Token: b:c=")
                .source();

        MonitorFleet fleet = access.read(NOW, KumaStage.inTime()).fold(found -> found, () -> null, failure -> {
            throw new AssertionError(failure);
        });

        assertThat(fleet.readings()).singleElement().satisfies(reading -> assertThat(reading.beats())
                .hasSize(1));
        assertThat(fleet.page().read()).isTrue();
        assertThat(access.longUptime(Set.of(ONE), NOW, KumaStage.inTime()).get(ONE))
                .containsOnlyKeys(7, 30, 90);
    }

    @ParameterizedTest
    @CsvSource({"true, FOUND 1", "false, UNREACHABLE"})
    void aCertificateOfTheCompanysOwnAuthorityNeedsTheSetting(boolean isConfigured, String outcome) {
        kuma.stubFor(
                WireMock.get("/metrics").willReturn(WireMock.ok(METRICS).withHeader("Content-Type", "text/plain")));
        KumaStage stage = new KumaStage(executor, "https://localhost:" + kuma.httpsPort()).withKey();

        Reading<MonitorFleet> reading = (isConfigured ? stage.with("TLS_CA_FILE", TlsServer.AUTHORITY) : stage)
                .source()
                .read(NOW, KumaStage.inTime());

        assertThat(KumaStage.outcome(reading)).isEqualTo(outcome);
    }

    private void demand(String path, String type, String body) {
        kuma.stubFor(WireMock.get(path)
                .withHeader("CF-Access-Client-Id", WireMock.equalTo("a.access"))
                .withHeader("X-Token", WireMock.equalTo("b:c="))
                .willReturn(WireMock.ok(body).withHeader("Content-Type", type)));
    }

    @Test
    void theSourceOfARunIsThisOne() {
        assertThat(source).isInstanceOf(KumaMonitorSource.class);
    }

    @Test
    void aClientWithoutConfigurationCanBeBuilt() {
        assertThat(new KumaStage(executor, "not an address").source()).isNotNull();
    }

    private String http() {
        return "http://localhost:" + kuma.port();
    }

    private LoggedRequest theRequest() {
        return kuma.findAll(WireMock.anyRequestedFor(WireMock.anyUrl())).get(0);
    }
}
