package com.elytracloud.status.trigger;

import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.testing.LocalQueue;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.core.WireMockConfiguration.options;
import static org.assertj.core.api.Assertions.assertThat;

class RunQueueTest {
    private static final String TLS = "src/test/resources/tls/";
    private static final List<String> CREDENTIALS = List.of("aws.region", "aws.accessKeyId", "aws.secretAccessKey");

    private final WireMockServer server = new WireMockServer(options()
            .dynamicPort()
            .httpDisabled(true)
            .dynamicHttpsPort()
            .keystorePath(TLS + "lasting.p12")
            .keystoreType("PKCS12")
            .keystorePassword("changeit")
            .keyManagerPassword("changeit"));

    @BeforeEach
    void start() {
        CREDENTIALS.forEach(name -> System.setProperty(name, "eu-west-1"));
        server.start();
        answer(200, LocalQueue.SUCCESSFUL);
    }

    @AfterEach
    void stop() {
        server.stop();
        CREDENTIALS.forEach(System::clearProperty);
    }

    @ParameterizedTest(name = "TLS_CA_FILE {0}: {1}")
    @CsvSource({"src/test/resources/tls/trust.pem, true", "'', false"})
    void theAuthoritiesOfTheSettingsAreTrusted(String file, boolean isAccepted) {
        assertThat(isAccepted(file)).isEqualTo(isAccepted);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "200 | {\"Successful\":[],\"Failed\":[{\"Id\":\"after-2s\",\"Code\":\"OverLimit\",\"SenderFault\":true}]}",
                "403 | {\"__type\":\"com.amazonaws.sqs#AccessDenied\",\"message\":\"no\"}"
            })
    void aQueueThatRefusesIsNoCrash(int status, String body) {
        answer(status, body);

        assertThat(isAccepted(TLS + "trust.pem")).isFalse();
    }

    private boolean isAccepted(String authorities) {
        Variables variables = new Variables(Map.of(
                "TLS_CA_FILE",
                authorities,
                "TRIGGER_TOKEN",
                "a-token-of-20-letters",
                "TRIGGER_QUEUE_URL",
                "https://localhost:%d/1/runs".formatted(server.httpsPort()))::get);
        return new RunQueue(new TriggerConfig(variables), new TlsConfig(variables)).requestRuns();
    }

    private void answer(int status, String body) {
        server.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/x-amz-json-1.0")
                        .withBody(body)));
    }
}
