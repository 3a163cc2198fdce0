package com.elytracloud.status.kuma;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.MonitorSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What leaves us on the way to Uptime Kuma. */
@QuarkusTest
final class KumaRequestQuarkusTest {
    private static final Instant NOW = Instant.parse("2028-02-29T23:59:31Z");
    // One for each test: a reading may end while one of its questions is still on its way.
    private final WireMockServer kuma =
            new WireMockServer(WireMockConfiguration.options().dynamicPort());

    @Inject
    BoundedExecutor workers;

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
        new KumaStage(workers, kuma.baseUrl() + base).withKey().source().read(NOW, KumaStage.inTime());

        assertThat(theRequest().getUrl()).isEqualTo(path);
    }

    @Test
    void theKeyGoesWithTheFirstRequestAsItIsWritten() {
        new KumaStage(workers, kuma.baseUrl()).withKey().source().read(NOW, KumaStage.inTime());

        String[] authorization = theRequest().getHeader("Authorization").split(" ", 2);
        assertThat(authorization[0]).isEqualTo("Basic");
        assertThat(new String(Base64.getDecoder().decode(authorization[1]), StandardCharsets.UTF_8))
                .isEqualTo(":" + KumaStage.KEY);
    }

    @Test
    void nothingAsksForAnotherProtocol() {
        new KumaStage(workers, kuma.baseUrl()).withKey().source().read(NOW, KumaStage.inTime());

        LoggedRequest request = theRequest();
        assertThat(request.getProtocol()).isEqualTo("HTTP/1.1");
        assertThat(request.containsHeader("Upgrade")).isFalse();
        assertThat(request.containsHeader("HTTP2-Settings")).isFalse();
    }

    @Test
    void compressionIsWelcome() {
        new KumaStage(workers, kuma.baseUrl()).withKey().source().read(NOW, KumaStage.inTime());

        assertThat(theRequest().getHeader("Accept-Encoding")).isEqualTo("gzip");
    }

    @Test
    void theStatusPageIsAskedWithoutTheKey() {
        new KumaStage(workers, kuma.baseUrl() + "/kuma")
                .withKey()
                .withPage()
                .source()
                .read(NOW, KumaStage.inTime());

        kuma.verify(
                0,
                WireMock.getRequestedFor(WireMock.urlEqualTo("/kuma/api/status-page/heartbeat/public"))
                        .withHeader("Authorization", WireMock.matching(".*")));
        kuma.verify(WireMock.getRequestedFor(WireMock.urlEqualTo("/kuma/metrics"))
                .withHeader("Authorization", WireMock.matching("Basic .*")));
    }

    @Test
    void withoutAKeyOnlyTheStatusPageIsAsked() {
        new KumaStage(workers, kuma.baseUrl()).withPage().source().read(NOW, KumaStage.inTime());

        assertThat(kuma.findAll(WireMock.anyRequestedFor(WireMock.anyUrl())))
                .noneMatch(request -> request.containsHeader("Authorization"))
                .extracting(LoggedRequest::getUrl)
                .contains("/api/status-page/heartbeat/public")
                .isSubsetOf("/api/status-page/heartbeat/public", "/api/status-page/public");
    }

    @Test
    void theSourceOfARunIsThisOne() {
        assertThat(source).isInstanceOf(KumaMonitorSource.class);
    }

    @Test
    void aClientWithoutConfigurationCanBeBuilt() {
        assertThat(new KumaStage(workers, "not an address").source()).isNotNull();
    }

    private LoggedRequest theRequest() {
        return kuma.findAll(WireMock.anyRequestedFor(WireMock.anyUrl())).get(0);
    }
}
