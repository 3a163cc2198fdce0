package com.elytracloud.status.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.post;

/** Answers {@code SendMessageBatch} as SQS does. The form of the answers is that of the API reference. */
public final class LocalQueue implements AutoCloseable {
    /** Both messages were accepted. */
    public static final String SUCCESSFUL = """
            {"Successful": [
              {"Id": "after-2s", "MessageId": "1", "MD5OfMessageBody": "a53108f7543b75adbb34afc035d4cdf6"},
              {"Id": "after-75s", "MessageId": "2", "MD5OfMessageBody": "a53108f7543b75adbb34afc035d4cdf6"}
            ], "Failed": []}
            """;

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    /** Starts on a free port and accepts every message. */
    public LocalQueue() {
        server.start();
        answering(200, SUCCESSFUL);
    }

    /** From now on each request is answered so. */
    public LocalQueue answering(int status, String body) {
        server.stubFor(post(anyUrl())
                .withHeader("X-Amz-Target", equalTo("AmazonSQS.SendMessageBatch"))
                .willReturn(aResponse()
                        .withStatus(status)
                        .withHeader("Content-Type", "application/x-amz-json-1.0")
                        .withBody(body)));
        return this;
    }

    /** The settings of the trigger function. */
    public Map<String, String> variables(String token) {
        Map<String, String> variables = new HashMap<>();
        variables.put("QUARKUS_FUNQY_EXPORT", "trigger");
        variables.put("TRIGGER_TOKEN", token);
        variables.put("TRIGGER_QUEUE_URL", address() + "/123456789012/runs");
        variables.put("AWS_REGION", "eu-west-1");
        variables.put("AWS_ACCESS_KEY_ID", "AKIDEXAMPLE");
        variables.put("AWS_SECRET_ACCESS_KEY", "example-secret");
        return variables;
    }

    /** Everything that was requested, in its order. */
    public List<LoggedRequest> requests() {
        return server.findAll(anyRequestedFor(anyUrl()));
    }

    @Override
    public void close() {
        server.stop();
    }

    private String address() {
        return "http://127.0.0.1:" + server.port();
    }
}
