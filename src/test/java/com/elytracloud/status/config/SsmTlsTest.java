package com.elytracloud.status.config;

import java.util.HashMap;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.testing.TlsServer;

import static org.assertj.core.api.Assertions.assertThat;

/** A Parameter Store behind a certificate of the company's own authority. */
class SsmTlsTest {
    private final WireMockServer server = TlsServer.create();
    private final Map<String, String> variables = new HashMap<>();

    @BeforeEach
    void start() {
        server.start();
        server.stubFor(WireMock.any(WireMock.anyUrl())
                .willReturn(WireMock.ok("{\"Parameters\":[{\"Name\":\"/elytra/KEY\",\"Value\":\"k1\"}]}")
                        .withHeader("Content-Type", "application/x-amz-json-1.1")));
        variables.putAll(Map.of(
                "SECRETS_SSM_PATH", "/elytra",
                "AWS_REGION", "eu-central-1",
                "AWS_ACCESS_KEY_ID", "AKIALOCAL",
                "AWS_SECRET_ACCESS_KEY", "local",
                "AWS_ENDPOINT_URL_SSM", "https://localhost:" + server.httpsPort()));
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void itIsReadIfTheAuthorityIsConfigured() {
        variables.put("TLS_CA_FILE", TlsServer.AUTHORITY);

        assertThat(store().find("KEY")).contains("k1");
    }

    @Test
    void itIsAProblemOtherwise() {
        assertThat(store().problems()).isNotEmpty();
        assertThat(server.getAllServeEvents()).isEmpty();
    }

    private SsmSecretStore store() {
        return new SsmSecretStore(new Variables(variables::get));
    }
}
