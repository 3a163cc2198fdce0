package com.elytracloud.status.function;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;

import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.LocalWorldResource;
import com.elytracloud.status.testing.StatusSchema;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

@QuarkusTest
@WithTestResource(LocalWorldResource.class)
class StatusFunctionQuarkusTest {
    LocalWorld world;

    @AfterEach
    void forgetRequests() {
        world.storage().reset();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "null", "{\"scheduled_time\":\"2026-11-21T10:00:00Z\",\"source\":\"schedule\"}"})
    void anyEventIsAWholeRun(String event) throws IOException {
        given().contentType("application/json")
                .body(event)
                .when()
                .post("/")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("published"))
                .body("platform_status", equalTo("degraded"))
                .body("platform_reason", equalTo("SOME_DOWN"))
                .body("uptime.last_24h", equalTo(87.32f))
                .body("backup_status", equalTo("success"))
                .body("files", hasItem("status.json"));
        assertThat(StatusSchema.violations(world.published())).isEmpty();
    }

    @Test
    void aWarmRunSendsOnlyWhatChangesAndStatusJsonLast() {
        invoke();
        awaitTheNextSecond();
        world.storage().reset();
        int before = world.kuma().requests();

        invoke();

        assertThat(world.kuma().requests() - before).isEqualTo(1);
        List<String> requests = world.storage().requests().stream()
                .map(request ->
                        request.getMethod().getName() + " " + request.getUrl().replaceFirst("\\?.*", ""))
                .toList();
        assertThat(requests.subList(0, 5))
                .as("state, incidents, what is published, backups and uploads that never ended")
                .containsExactlyInAnyOrder(
                        "GET /elytra-status/state/elytra-status.json",
                        "GET /elytra-status/state/incidents.json",
                        "GET /elytra-status/status.json",
                        "GET /elytra-backups",
                        "GET /elytra-backups");
        assertThat(requests.get(5)).isEqualTo("PUT /elytra-status/state/elytra-status.json");
        assertThat(requests.subList(6, requests.size() - 4))
                .as("files with the time of the run in them; no script, no schema, no unchanged badge")
                .hasSizeLessThanOrEqualTo(11)
                .contains("PUT /elytra-status/index.html")
                .allMatch(request -> request.startsWith("PUT /elytra-status/"))
                .noneMatch(request -> request.matches(".*(\\.js|schema\\.json|badge.*)"));
        assertThat(requests.subList(requests.size() - 4, requests.size()))
                .as("put, read back, public GET, and what the operator was told before")
                .containsExactly(
                        "PUT /elytra-status/status.json",
                        "GET /elytra-status/status.json",
                        "GET /elytra-status/status.json",
                        "GET /elytra-status/state/alerts-status.json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1,2]", "42", "{\"scheduled_time\":{\"a\":1}}"})
    void whateverAnEventIsItStartsARun(String event) {
        given().contentType("application/json")
                .body(event)
                .when()
                .post("/")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("published"));
    }

    @Test
    void aBatchOfMessagesIsOneRun() {
        int before = world.kuma().requests();

        given().contentType("application/json")
                .body(batch(Instant.now().plusSeconds(60), 100))
                .when()
                .post("/")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("published"));

        assertThat(world.kuma().requests() - before).isEqualTo(1);
    }

    @Test
    void messagesThatWereReceivedBeforeTheLastRunNeedNone() {
        invoke();
        world.storage().reset();
        int before = world.kuma().requests();

        given().contentType("application/json")
                .body(batch(Instant.now().minusSeconds(60), 3))
                .when()
                .post("/")
                .then()
                .statusCode(204);

        assertThat(world.kuma().requests()).isEqualTo(before);
        assertThat(world.storage().requests()).isEmpty();
    }

    @Test
    void aBatchWhoseRunFailedRunsWhenItIsDeliveredAgain() {
        String batch = batch(Instant.now().plusSeconds(60), 3);
        world.storage().refuse("PUT", 403);
        given().contentType("application/json")
                .body(batch)
                .when()
                .post("/")
                .then()
                .statusCode(500);
        world.storage().reset();

        given().contentType("application/json")
                .body(batch)
                .when()
                .post("/")
                .then()
                .statusCode(200)
                .body("outcome", equalTo("published"));
    }

    @Test
    void aRunThatCannotPublishIsAnError() {
        world.storage().refuse("PUT", 403);

        given().contentType("application/json")
                .body("{}")
                .when()
                .post("/")
                .then()
                .statusCode(500)
                .body("errorMessage", containsString("PublishException"));
    }

    @Test
    void theReportHoldsNoSecret() {
        String report = given().contentType("application/json")
                .body("{}")
                .when()
                .post("/")
                .asString();

        assertThat(report).doesNotContain(KumaReplay.API_KEY, world.variables().get("SPACES_SECRET_KEY"));
    }

    private static String batch(Instant receivedAt, int messages) {
        String message = """
                {"messageId":"m","body":"run","eventSource":"aws:sqs","eventSourceARN":"arn:aws:sqs:eu-west-1:1:runs",
                 "attributes":{"ApproximateReceiveCount":"1","ApproximateFirstReceiveTimestamp":"%d"}}""".formatted(receivedAt.toEpochMilli());
        return "{\"Records\":[" + String.join(",", Collections.nCopies(messages, message)) + "]}";
    }

    /** Times are published in whole seconds: a run in the same second would have nothing to send. */
    private static void awaitTheNextSecond() {
        long second = Instant.now().getEpochSecond();
        while (Instant.now().getEpochSecond() == second) {
            Thread.onSpinWait();
        }
    }

    private static void invoke() {
        given().contentType("application/json")
                .body("{}")
                .when()
                .post("/")
                .then()
                .statusCode(200);
    }
}
