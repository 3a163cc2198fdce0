package com.elytracloud.status.betterstack;

import java.time.Instant;
import java.util.Map;

import jakarta.inject.Inject;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.testing.TlsServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A proxy in front of Better Stack with a certificate of the company's own authority; the request as a whole. */
@QuarkusTest // for the REST client alone
class BetterStackTlsQuarkusTest {
    @Inject
    BoundedExecutor executor;

    @ParameterizedTest
    @CsvSource({"true, FOUND 1", "false, UNREACHABLE"})
    void itIsReadOnlyIfTheAuthorityIsConfigured(boolean isConfigured, String outcome) {
        WireMockServer server = TlsServer.create();
        server.start();
        try {
            server.stubFor(
                    WireMock.get("/api/v2/monitors?per_page=250&page=1")
                            .withHeader("Authorization", WireMock.equalTo("Bearer " + BetterStackStage.TOKEN))
                            .willReturn(
                                    WireMock.okJson(
                                            "{\"data\":[{\"id\":\"1\",\"attributes\":{\"status\":\"up\"}}],\"pagination\":{\"next\":null}}")));
            BetterStackConfig config = new BetterStackConfig(new Variables(Map.of(
                    "BETTER_STACK_TOKEN",
                    BetterStackStage.TOKEN,
                    "BETTER_STACK_URL",
                    "https://localhost:" + server.httpsPort())::get));
            RestClients clients = new RestClients(isConfigured ? TlsServer.trusting() : TlsConfig.PLATFORM);

            assertThat(BetterStackStage.outcome(new BetterStackMonitorSource(config, clients, executor)
                            .read(Instant.EPOCH, BetterStackStage.inTime())))
                    .isEqualTo(outcome);
        } finally {
            server.stop();
        }
    }
}
