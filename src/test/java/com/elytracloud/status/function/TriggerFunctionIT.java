package com.elytracloud.status.function;

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
                LocalParameterStore store = new LocalParameterStore();
                LocalLambda lambda = new LocalLambda(ZIP, folder.resolve("task"), variables(queue, store))) {
            List<JsonNode> refused = List.of(
                    UrlEvents.event(),
                    UrlEvents.with("Authorization", RECORDED_TOKEN),
                    UrlEvents.with("Authorization", "Bearer another-token-than-the-recorded"),
                    MAPPER.readTree("\"no request\""));
            for (JsonNode request : refused) {
                assertThat(status(lambda, request)).as(lambda.log()).isEqualTo(403);
            }
            assertThat(queue.requests()).isEmpty();
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

    // The token is in the Parameter Store, like every secret.
    private static Map<String, String> variables(LocalQueue queue, LocalParameterStore store) {
        Map<String, String> variables = queue.variables(RECORDED_TOKEN);
        store.holding("/elytra", Map.entry("TRIGGER_TOKEN", variables.remove("TRIGGER_TOKEN")));
        variables.putAll(store.variables("/elytra"));
        return variables;
    }

    private static int status(LocalLambda lambda, JsonNode event) throws Exception {
        Outcome outcome = lambda.invoke(event.toString());
        assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
        return MAPPER.readTree(outcome.body()).path("statusCode").asInt();
    }
}
