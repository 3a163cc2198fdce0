package com.elytracloud.status.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;

/**
 * Answers {@code GetParametersByPath} as AWS's Parameter Store does, page by page, and hands out credentials as Lambda
 * does after a snapshot. The form of the answers is that of the API reference, compared with what moto answers.
 */
public final class LocalParameterStore implements AutoCloseable {
    /** The id of the key that the platform hands out. */
    public static final String PLATFORM_KEY = "ASIAPLATFORM";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final WireMockServer server =
            new WireMockServer(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"));

    /** Starts on a free port, with nothing in it. */
    public LocalParameterStore() {
        server.start();
    }

    /** Holds parameters below a path, each on a page of its own. */
    @SafeVarargs
    public final LocalParameterStore holding(String path, Map.Entry<String, String>... parameters) {
        for (int page = 0; page < parameters.length; page++) {
            Map<String, Object> answer = new HashMap<>();
            answer.put(
                    "Parameters",
                    List.of(Map.of(
                            "Name",
                            path + "/" + parameters[page].getKey(),
                            "Type",
                            "SecureString",
                            "Value",
                            parameters[page].getValue(),
                            "Version",
                            1)));
            if (page < parameters.length - 1) {
                answer.put("NextToken", "page-" + (page + 1));
            }
            server.stubFor(question()
                    .withRequestBody(matchingJsonPath("$.Path", equalTo(path)))
                    .withRequestBody(matchingJsonPath("$.WithDecryption", equalTo("true")))
                    .withRequestBody(matchingJsonPath("$.NextToken", page == 0 ? absent() : equalTo("page-" + page)))
                    .willReturn(ok(json(answer))));
        }
        return this;
    }

    /** Holds nothing anywhere. */
    public LocalParameterStore empty() {
        return answering(200, "{\"Parameters\":[]}");
    }

    /** Answers every question alike. */
    public LocalParameterStore answering(int status, String body) {
        server.stubFor(question().willReturn(ok(body).withStatus(status)));
        return this;
    }

    /** Answers the first question thus, and what comes after as was said before. */
    public LocalParameterStore answeringOnce(int status, String body) {
        server.stubFor(question()
                .atPriority(1)
                .inScenario("once")
                .whenScenarioStateIs("Started")
                .willSetStateTo("done")
                .willReturn(ok(body).withStatus(status)));
        return this;
    }

    /** Hangs up without an answer. */
    public LocalParameterStore hangingUp() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.EMPTY_RESPONSE)));
        return this;
    }

    /** Hands out credentials as a platform does to a container; returns where. */
    public String handingOutCredentials() {
        server.stubFor(get(urlEqualTo("/credentials"))
                .willReturn(ok(json(Map.of(
                        "AccessKeyId", PLATFORM_KEY,
                        "SecretAccessKey", "handed-out",
                        "Token", "the-platforms-token",
                        "Expiration", "2999-01-01T00:00:00Z")))));
        return address() + "/credentials";
    }

    /** Where it is, and where in it the parameters are. */
    public Map<String, String> variables(String path) {
        Map<String, String> variables = new HashMap<>();
        variables.put("SECRETS_SSM_PATH", path);
        variables.put("AWS_REGION", "eu-west-1");
        variables.put("AWS_ENDPOINT_URL_SSM", address());
        return variables;
    }

    /** Where it is. */
    public String address() {
        return "http://127.0.0.1:" + server.port();
    }

    /** What the platform sets. */
    public static Map<String, String> credentials() {
        return Map.of(
                "AWS_ACCESS_KEY_ID", PLATFORM_KEY,
                "AWS_SECRET_ACCESS_KEY", "handed-out",
                "AWS_SESSION_TOKEN", "the-platforms-token");
    }

    /** Every question it was asked. */
    public List<LoggedRequest> questions() {
        return server.findAll(postRequestedFor(urlEqualTo("/")));
    }

    @Override
    public void close() {
        server.stop();
    }

    private static MappingBuilder question() {
        return post(urlEqualTo("/"))
                .withHeader("X-Amz-Target", equalTo("AmazonSSM.GetParametersByPath"))
                .withHeader("Content-Type", equalTo("application/x-amz-json-1.1"));
    }

    private static ResponseDefinitionBuilder ok(String body) {
        return aResponse()
                .withHeader("Content-Type", "application/x-amz-json-1.1")
                .withBody(body);
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
