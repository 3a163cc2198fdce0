package com.elytracloud.status.function;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.LocalLambda.Outcome;
import com.elytracloud.status.testing.LocalParameterStore;
import com.elytracloud.status.testing.LocalQueue;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.UrlEvents;

import static com.elytracloud.status.testing.UrlEvents.RECORDED_TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged function behind a function URL, under the runtime client that Lambda itself uses. */
class TriggerFunctionIT {
    private static final Path ZIP = Path.of(System.getProperty("build.directory"), "function.zip");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void eachRecordedNotificationRequestsARunNowAndOneThatConfirmsIt() throws Exception {
        try (LocalQueue queue = new LocalQueue();
                LocalLambda lambda = start(queue.variables(RECORDED_TOKEN))) {
            for (Path recording : UrlEvents.recordings()) {
                assertThat(status(lambda, UrlEvents.of(recording)))
                        .as(lambda.log())
                        .isEqualTo(202);
            }

            assertThat(queue.requests()).hasSize(UrlEvents.recordings().size()).allSatisfy(request -> {
                JsonNode sent = MAPPER.readTree(request.getBodyAsString());
                assertThat(sent.path("QueueUrl").asText()).endsWith("/123456789012/runs");
                assertThat(sent.path("Entries"))
                        .extracting(entry -> entry.path("DelaySeconds").asInt())
                        .containsExactly(2, 75);
                assertThat(request.getBodyAsString())
                        .as("nothing of the notification")
                        .doesNotContain("Kunde");
            });
            assertThat(lambda.log()).doesNotContain(RECORDED_TOKEN, "Kunde");
        }
    }

    @Test
    void aWrongTokenIsRefusedWithoutAnyRequest() throws Exception {
        try (LocalWorld world = new LocalWorld();
                LocalQueue queue = new LocalQueue()) {
            Map<String, String> variables = world.variables();
            variables.putAll(queue.variables("another-token-than-the-recorded"));
            try (LocalLambda lambda = start(variables)) {
                List<JsonNode> requests = List.of(
                        UrlEvents.of(UrlEvents.recordings().get(0)),
                        UrlEvents.event(),
                        UrlEvents.with("Authorization", "another-token-than-the-recorded"),
                        MAPPER.readTree("\"no request\""));
                for (JsonNode request : requests) {
                    assertThat(status(lambda, request)).as(lambda.log()).isEqualTo(403);
                }

                assertThat(queue.requests()).isEmpty();
                assertThat(world.storage().requests()).isEmpty();
                assertThat(world.kuma().requests()).isZero();
            }
        }
    }

    @Test
    void theTokenComesFromTheParameterStoreLikeEverySecret() throws Exception {
        try (LocalQueue queue = new LocalQueue();
                LocalParameterStore store = new LocalParameterStore()) {
            Map<String, String> variables = queue.variables(RECORDED_TOKEN);
            store.holding("/elytra", Map.entry("TRIGGER_TOKEN", variables.remove("TRIGGER_TOKEN")));
            variables.putAll(store.variables("/elytra"));
            try (LocalLambda lambda = start(variables)) {
                assertThat(status(lambda, UrlEvents.with("authorization", "Bearer " + RECORDED_TOKEN)))
                        .as(lambda.log())
                        .isEqualTo(202);
            }
        }
    }

    @Test
    void withoutTokenAndQueueTheStartFailsAndNamesBoth() throws Exception {
        try (LocalLambda lambda = start(Map.of("QUARKUS_FUNQY_EXPORT", "trigger"))) {
            assertThat(lambda.awaitOutcome().kind()).isEqualTo(Outcome.Kind.START_FAILED);
            assertThat(lambda.log())
                    .contains("TRIGGER_TOKEN", "TRIGGER_QUEUE_URL")
                    .doesNotContain("UPTIME_KUMA_URL");
        }
    }

    private LocalLambda start(Map<String, String> variables) throws IOException {
        return new LocalLambda(ZIP, folder.resolve("task"), variables);
    }

    private static int status(LocalLambda lambda, JsonNode event) throws Exception {
        Outcome outcome = lambda.invoke(event.toString());
        assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
        return MAPPER.readTree(outcome.body()).path("statusCode").asInt();
    }
}
