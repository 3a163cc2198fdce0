package com.elytracloud.status.alert;

import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.config.TlsConfig;
import com.elytracloud.status.config.Variables;
import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.http.ApiCaller;
import com.elytracloud.status.http.RestClients;
import com.elytracloud.status.http.RetryPolicy;
import com.elytracloud.status.run.AlertSink.Delivery;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.testing.TlsServer;

import static com.elytracloud.status.testing.Moments.NOW;
import static com.elytracloud.status.testing.Moments.ago;
import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

@QuarkusTest // for the REST client alone
class ChannelsQuarkusTest {
    /** Long enough for a busy machine: no attempt of these tests may time out by chance. */
    private static final RetryPolicy PATIENT = new RetryPolicy(3, Duration.ofSeconds(20), Duration.ofMillis(5));

    private static final Duration WHOLE = Duration.ofSeconds(60);
    private static final WireMockServer SERVER = TlsServer.create();
    private static final String SLACK = "/services/T0/B0/slack-webhook-secret";
    private static final String HOOK = "/hook?token=webhook-secret-token";

    private final WireMockServer server = SERVER;
    private final BoundedExecutor executor = new BoundedExecutor();

    @BeforeAll
    static void start() {
        SERVER.start();
    }

    @BeforeEach
    void accept() {
        server.resetAll();
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(200).withBody("ok")));
        server.stubFor(post("/v3/mail/send").willReturn(aResponse().withStatus(202)));
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @Test
    void oneMessageGoesThroughEveryChannel() {
        assertThat(send(alert("why")))
                .containsExactly(
                        new Delivery("sendgrid", true, ""),
                        new Delivery("slack", true, ""),
                        new Delivery("webhook", true, ""));

        server.verify(
                1,
                postRequestedFor(urlEqualTo("/v3/mail/send"))
                        .withHeader("Authorization", equalTo("Bearer SG.test-key-of-sendgrid"))
                        .withRequestBody(matchingJsonPath("$.from.email", equalTo("status@example.com")))
                        .withRequestBody(
                                matchingJsonPath("$.personalizations[0].to[1].email", equalTo("b@example.com")))
                        .withRequestBody(matchingJsonPath("$.content[0].type", equalTo("text/plain"))));
        server.verify(1, postRequestedFor(urlEqualTo(SLACK)).withRequestBody(matchingJsonPath("$.text")));
    }

    @Test
    void theWebhookIsToldInItsDocumentedWords() {
        send(alert("why"));

        server.verify(1, postRequestedFor(urlEqualTo(HOOK)).withRequestBody(equalToJson("""
                                {"schema_version": 1, "kind": "opened", "alert": "unreachable", "critical": true,
                                 "since": "2028-02-29T23:49:30Z", "at": "2028-02-29T23:59:30Z",
                                 "title": "The public status file cannot be fetched", "detail": "why"}
                                """, true, true)));
    }

    @ParameterizedTest(name = "Slack answers {0} {1} times")
    @CsvSource({"429, 3", "500, 3", "404, 1", "302, 1"})
    void oneRefusalStopsNoOtherChannel(int status, int attempts) {
        slackAnswers(aResponse().withStatus(status).withHeader("Location", "https://elsewhere.example.com"));

        List<Delivery> deliveries = send(alert("why"));

        assertThat(deliveries).extracting(Delivery::delivered).containsExactly(true, false, true);
        assertThat(deliveries.get(1).detail()).startsWith("answered " + status);
        server.verify(attempts, postRequestedFor(urlEqualTo(SLACK)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("faultsOfEachChannel")
    void everyFaultOfEveryChannelIsItsOwn(
            String channel, String path, String fault, ResponseDefinitionBuilder answer, String detail) {
        server.stubFor(post(urlPathEqualTo(path)).willReturn(answer));

        List<Delivery> deliveries = send(alert("why"));

        assertThat(deliveries)
                .filteredOn(delivery -> !delivery.delivered())
                .singleElement()
                .satisfies(delivery -> assertThat(delivery.channel()).isEqualTo(channel))
                .satisfies(delivery ->
                        assertThat(delivery.detail()).contains(detail).doesNotContain("secret", "test-key", "http"));
    }

    static Stream<Arguments> faultsOfEachChannel() {
        return Stream.of(
                arguments("sendgrid", "/v3/mail/send", "404", aResponse().withStatus(404), "answered 404"),
                arguments(
                        "webhook",
                        "/hook",
                        "a page",
                        aResponse().withBody("<!DOCTYPE html>"),
                        "answered with a page: the address is not that of a webhook"),
                arguments("slack", SLACK, "a reset", aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER), "ended"),
                arguments("webhook", "/hook", "no answer", aResponse().withFault(Fault.EMPTY_RESPONSE), "ended"),
                arguments(
                        "webhook",
                        "/hook",
                        "a redirect",
                        aResponse().withStatus(302).withHeader("Location", "/elsewhere"),
                        "not the final one"),
                arguments(
                        "sendgrid",
                        "/v3/mail/send",
                        "garbage",
                        aResponse().withFault(Fault.RANDOM_DATA_THEN_CLOSE),
                        ""));
    }

    @Test
    void whoeverOnlyAcceptsHasTakenIt() {
        server.stubFor(any(anyUrl()).willReturn(aResponse().withStatus(202)));

        assertThat(send(alert("why"))).extracting(Delivery::delivered).containsOnly(true);
    }

    @Test
    void aThirdPartyThatIsNotReachedIsAWarningWithoutItsAddress() {
        server.stubFor(any(urlPathEqualTo("/ping/abc")).willReturn(aResponse().withStatus(404)));

        assertThat(channels(variables()).heartbeat(deadline()))
                .isEqualTo("HEARTBEAT_URL was not reached: answered 404: the configured address is wrong");
    }

    @Test
    void whoeverAsksForAnHourIsNotAskedAgain() {
        slackAnswers(aResponse().withStatus(429).withHeader("Retry-After", "3600"));

        assertThat(send(alert("why")).get(1).delivered()).isFalse();
        server.verify(1, postRequestedFor(urlEqualTo(SLACK)));
    }

    @Test
    void aBodyThatNeverEndsHoldsNobodyUp() {
        slackAnswers(aResponse().withBody("ok").withChunkedDribbleDelay(2, 60_000));
        RetryPolicy once = new RetryPolicy(1, Duration.ofSeconds(2), Duration.ofMillis(5));

        List<Delivery> deliveries =
                channels(variables(), TlsConfig.PLATFORM, once).send(alert("why"), deadline());

        assertThat(deliveries).extracting(Delivery::delivered).containsExactly(true, false, true);
    }

    @Test
    void aCertificateThatIsNotTrustedIsNamedAndItsAddressIsNot() {
        Delivery delivery = slackByTls(TlsConfig.PLATFORM);

        assertThat(delivery.delivered()).isFalse();
        assertThat(delivery.detail()).contains("certificate").doesNotContain("slack-webhook-secret");
    }

    @Test
    void theCompanysOwnAuthorityIsTrustedIfItIsConfigured() {
        assertThat(slackByTls(TlsServer.trusting())).isEqualTo(new Delivery("slack", true, ""));
    }

    private Delivery slackByTls(TlsConfig tls) {
        Map<String, String> variables = Map.of("SLACK_WEBHOOK_URL", "https://localhost:" + server.httpsPort() + SLACK);
        return channels(variables, tls, PATIENT).send(alert("why"), deadline()).get(0);
    }

    @Test
    void aSecretInADetailIsWithheld() {
        send(alert("the key is SG.test-key-of-sendgrid"));

        assertThat(server.getAllServeEvents()).isNotEmpty().allSatisfy(event -> assertThat(
                        event.getRequest().getBodyAsString())
                .contains("withheld")
                .doesNotContain("test-key"));
    }

    @Test
    void aGoodRoundPingsTheThirdParty() {
        assertThat(channels(variables()).heartbeat(deadline())).isEmpty();

        server.verify(1, getRequestedFor(urlEqualTo("/ping/abc")));
    }

    @Test
    void withoutAChannelNothingIsSent() {
        assertThat(channels(Map.of()).send(alert("why"), deadline())).isEmpty();
        assertThat(channels(Map.of()).heartbeat(deadline())).isEmpty();
    }

    private List<Delivery> send(Alert alert) {
        return channels(variables()).send(alert, deadline());
    }

    private Channels channels(Map<String, String> variables) {
        return channels(variables, TlsConfig.PLATFORM, PATIENT);
    }

    private Channels channels(Map<String, String> variables, TlsConfig tls, RetryPolicy policy) {
        return new Channels(
                new AlertConfig(new Variables(variables::get)),
                text -> text.contains("SG."),
                new RestClients(tls).of(AlertApi.class, URI.create(base()), Map::of),
                new ApiCaller(policy, executor, Channels::error),
                WHOLE,
                URI.create(base() + "/v3/mail/send"));
    }

    private Map<String, String> variables() {
        return new HashMap<>(Map.of(
                "SENDGRID_API_KEY",
                "SG.test-key-of-sendgrid",
                "SENDGRID_FROM_EMAIL",
                "status@example.com",
                "SENDGRID_ADMIN_EMAIL",
                "a@example.com,b@example.com",
                "SLACK_WEBHOOK_URL",
                base() + SLACK,
                "ALERT_WEBHOOK_URL",
                base() + HOOK,
                "HEARTBEAT_URL",
                base() + "/ping/abc"));
    }

    private void slackAnswers(ResponseDefinitionBuilder answer) {
        server.stubFor(post(SLACK).willReturn(answer));
    }

    private static Alert alert(String detail) {
        return new Alert(
                Kind.OPENED, OpenAlert.first(AlertSignal.bad(AlertType.UNREACHABLE, detail), ago("PT10M")), NOW);
    }

    private String base() {
        return "http://localhost:" + server.port();
    }

    private static Deadline deadline() {
        return Deadline.in(Duration.ofMinutes(2));
    }
}
