package com.elytracloud.status.guard;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.cli.CommandLineStage;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static org.assertj.core.api.Assertions.assertThat;

/** A refused text is replaced and never stops a publication, wherever it comes from. */
@QuarkusTest
class RefusedTextsQuarkusTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @AfterEach
    void forgetSettings() {
        CommandLineStage.configure(Map.of());
    }

    @Test
    void aRunPublishesWhileTextsOfEveryPlaceAreRefused() throws Exception {
        try (LocalWorld world = new LocalWorld()) {
            world.kuma().nameGroup("db-01.internal");
            world.storage()
                    .put(LocalWorld.SITE, "state/incidents.json", refusedTexts().getBytes(StandardCharsets.UTF_8));
            Map<String, String> variables = world.variables();
            variables.put("UPTIME_KUMA_STATUS_PAGE", KumaReplay.PAGE);

            Result result = CommandLineStage.run(variables, "status", "publish", "--json");

            assertThat(result.exitCode()).as(result.err()).isZero();
            JsonNode published = published(world);
            assertThat(published.at("/incidents").findValuesAsText("title")).contains("Details withheld");
            assertThat(published.at("/incidents").findValuesAsText("message")).contains("Details withheld");
            assertThat(published.at("/maintenances").findValuesAsText("title")).contains("Details withheld");
            assertThat(published.at("/components").findValuesAsText("name")).contains("Details withheld");
            assertThat(published.toString() + result.out() + result.err())
                    .doesNotContain("10.20.30.40", "hunter2", "ops@", "db-01");
            assertThat(result.out())
                    .contains(
                            "incident slow, title",
                            "incident slow, message",
                            "maintenance disks, title",
                            "name of a component");
        }
    }

    @Test
    void aRunPublishesWhileATextOfEveryRefusedKindIsInTheStore() throws Exception {
        Map<String, String> texts = refusedByKind();
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ObjectNode file = MAPPER.createObjectNode().put("schema", 1);
        ObjectNode announced = file.putObject("announced").putNull("override");
        announced.putArray("maintenances");
        ArrayNode incidents = announced.putArray("incidents");
        texts.values().forEach(text -> {
            ObjectNode incident = incidents.addObject();
            incident.put("id", "number-" + incidents.size()).put("title", "Slow checkout");
            incident.put("impact", "degraded").put("source", "operator").put("started_at", now.toString());
            incident.putArray("components");
            incident.putArray("updates")
                    .addObject()
                    .put("at", now.toString())
                    .put("status", "investigating")
                    .put("message", text);
        });
        try (LocalWorld world = new LocalWorld()) {
            world.storage().put(LocalWorld.SITE, "state/incidents.json", MAPPER.writeValueAsBytes(file));

            Result result = CommandLineStage.run(world.variables(), "status", "publish", "--json");

            assertThat(result.exitCode()).as(result.err()).isZero();
            JsonNode published = published(world);
            assertThat(published.at("/incidents").findValuesAsText("message"))
                    .filteredOn("Details withheld"::equals)
                    .hasSameSizeAs(texts.keySet());
            assertThat(published + result.out() + result.err()).doesNotContain(texts.values());
        }
    }

    // The first of each kind that must be refused.
    private static Map<String, String> refusedByKind() throws IOException {
        Map<String, String> texts = new TreeMap<>();
        for (String line : Files.readAllLines(Path.of("src/test/resources/guard/refuse.jsonl"))) {
            JsonNode row = MAPPER.readTree(line);
            if (row.path("must").asBoolean()) {
                texts.putIfAbsent(row.path("kind").asText(), row.path("text").asText());
            }
        }
        return texts;
    }

    private static String refusedTexts() {
        Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        return """
                {"schema": 1, "announced": {
                  "incidents": [{"id": "slow", "title": "10.20.30.40 is slow", "impact": "degraded", "components": [],
                    "source": "operator", "started_at": "%s",
                    "updates": [{"at": "%s", "status": "investigating", "message": "password: hunter2x"}]}],
                  "maintenances": [{"id": "disks", "title": "Ask ops@example.com", "components": [],
                    "source": "operator", "starts_at": "%s", "ends_at": "%s",
                    "updates": [{"at": "%s", "status": "scheduled", "message": "New disks."}]}],
                  "override": null}}
                """.formatted(now, now, now.plusSeconds(3600), now.plusSeconds(7200), now);
    }

    private static JsonNode published(LocalWorld world) throws IOException {
        byte[] bytes = world.published();
        assertThat(StatusSchema.violations(bytes)).isEmpty();
        return MAPPER.readTree(bytes);
    }
}
