package com.elytracloud.status.function;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalLambda;
import com.elytracloud.status.testing.LocalLambda.Outcome;
import com.elytracloud.status.testing.LocalS3;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.MetricLines;
import com.elytracloud.status.testing.StatusSchema;
import com.elytracloud.status.testing.WebServer;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static org.assertj.core.api.Assertions.assertThat;

/** The packaged {@code function.zip} under the runtime client that Lambda itself uses. */
class PackagedFunctionIT {
    private static final Path ZIP = Path.of(System.getProperty("build.directory"), "function.zip");
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final String HOOK = "/hook-5f0c9d1e7a4b4c2d9e8f";
    private static final String FROM_THE_SCHEDULER =
            "{\"version\":\"0\",\"detail-type\":\"Scheduled Event\",\"resources\":[\"a\"],"
                    + "\"time\":\"2026-11-21T10:00:00Z\",\"detail\":\"{}\"}";

    @TempDir
    Path folder;

    @Test
    void aRunPublishesWhatTheRecordedFleetSaysWhateverTriggersIt() throws Exception {
        try (LocalWorld world = new LocalWorld();
                LocalLambda lambda = start(world.variables())) {
            Outcome outcome = lambda.invoke("{\"scheduled_time\":\"2026-11-21T10:00:00Z\",\"source\":\"schedule\"}");

            assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
            assertThat(MAPPER.readTree(outcome.body()).path("platform_status").asText())
                    .isEqualTo("degraded");
            JsonNode published = published(world);
            assertThat(published.path("platform_status").asText()).isEqualTo("degraded");
            assertThat(published.at("/uptime/last_24h").decimalValue()).isEqualByComparingTo("87.32");
            assertThat(published.at("/uptime/last_30d").decimalValue()).isEqualByComparingTo("87.20");
            assertThat(published.at("/backups/last_backup_status").asText()).isEqualTo("success");
            for (String event : List.of("{}", "null", FROM_THE_SCHEDULER)) {
                assertThat(lambda.invoke(event).kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
            }
        }
    }

    @Test
    void aRunPublishesWhileTextsOfEveryPlaceAreRefused() throws Exception {
        try (LocalWorld world = new LocalWorld()) {
            world.kuma().nameGroup("db-01.internal");
            world.storage()
                    .put(LocalWorld.SITE, "state/incidents.json", refusedTexts().getBytes(StandardCharsets.UTF_8));
            Map<String, String> variables = world.variables();
            variables.put("UPTIME_KUMA_STATUS_PAGE", KumaReplay.PAGE);
            try (LocalLambda lambda = start(variables)) {
                Outcome outcome = lambda.invoke("{}");

                assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
                JsonNode published = published(world);
                assertThat(published.at("/incidents").findValuesAsText("title")).contains("Details withheld");
                assertThat(published.at("/incidents").findValuesAsText("message"))
                        .contains("Details withheld");
                assertThat(published.at("/maintenances").findValuesAsText("title"))
                        .contains("Details withheld");
                assertThat(published.at("/components").findValuesAsText("name")).contains("Details withheld");
                assertThat(published.toString() + outcome.body() + lambda.log())
                        .doesNotContain("10.20.30.40", "hunter2", "ops@", "db-01");
                assertThat(outcome.body())
                        .contains(
                                "incident slow, title",
                                "incident slow, message",
                                "maintenance disks, title",
                                "name of a component");
            }
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
            try (LocalLambda lambda = start(world.variables())) {
                Outcome outcome = lambda.invoke("{}");

                assertThat(outcome.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
                JsonNode published = published(world);
                assertThat(published.at("/incidents").findValuesAsText("message"))
                        .filteredOn("Details withheld"::equals)
                        .hasSameSizeAs(texts.keySet());
                assertThat(published + outcome.body() + lambda.log()).doesNotContain(texts.values());
            }
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

    @ParameterizedTest(name = "log format {0}")
    @ValueSource(strings = {"Text", "JSON"})
    void eachRunWritesItsMetricsAsOneBareLine(String format) throws Exception {
        try (LocalWorld world = new LocalWorld()) {
            Map<String, String> variables = world.variables();
            variables.put("AWS_LAMBDA_LOG_FORMAT", format);
            variables.put("QUARKUS_LOG_LEVEL", "DEBUG");
            try (LocalLambda lambda = start(variables)) {
                lambda.invoke("{}");
                world.storage().refuse("PUT", 403);
                assertThat(lambda.invoke("{}").kind()).isEqualTo(Outcome.Kind.ERROR);

                List<JsonNode> lines = MetricLines.in(lambda.log());
                assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(MetricLines.violations(line))
                        .isEmpty());
                assertThat(lines.get(0).path("Published").asInt()).isEqualTo(1);
                assertThat(lines.get(0).path("MonitorsDown").asInt()).isPositive();
                assertThat(lines.get(1).path("Published").asInt(-1)).isZero();
                assertThat(lambda.log()).contains("DEBUG");
            }
        }
    }

    @Test
    void theWatchdogNeedsNothingButTheAddressAndAChannel() throws Exception {
        try (WebServer site = new WebServer();
                LocalS3 channel = LocalS3.start()) {
            String golden = Files.readString(Path.of("src/test/resources/contract/status.golden.json"));
            Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
            String fresh = golden.replaceFirst("(?<=\"updated_at\": ?\")[^\"]*", now.toString())
                    .replaceFirst(
                            "(?<=\"stale_after\": ?\")[^\"]*",
                            now.plusSeconds(1800).toString());
            site.put("status.json", "application/json", fresh);
            channel.front().stubFor(post(HOOK).willReturn(aResponse()));
            Map<String, String> variables = Map.of(
                    "QUARKUS_FUNQY_EXPORT",
                    "watchdog",
                    "STATUS_PUBLIC_URL",
                    site.address("status.json").toString(),
                    "ALERT_WEBHOOK_URL",
                    channel.endpoint().resolve(HOOK).toString());
            try (LocalLambda lambda = start(variables)) {
                Outcome healthy = lambda.invoke("{}");
                String leaking = fresh.replace("All sites", channel.endpoint().resolve(HOOK) + " All sites");
                site.put("status.json", "application/json", leaking);
                Outcome told = lambda.invoke("{}");

                assertThat(healthy.kind()).as(lambda.log()).isEqualTo(Outcome.Kind.RESPONSE);
                assertThat(MAPPER.readTree(healthy.body()).path("alerts")).isEmpty();
                assertThat(told.body()).contains("no state store is configured");
                channel.front()
                        .verify(
                                1,
                                postRequestedFor(urlEqualTo(HOOK))
                                        .withRequestBody(matchingJsonPath("$.alert", equalTo("leak"))));
                List<JsonNode> lines = MetricLines.in(lambda.log());
                assertThat(lines).hasSize(2).allSatisfy(line -> assertThat(MetricLines.violations(line))
                        .isEmpty());
                assertThat(lines)
                        .extracting(line -> line.path("Healthy").asInt())
                        .containsExactly(1, 0);
            }
        }
    }

    private LocalLambda start(Map<String, String> variables) throws IOException {
        return new LocalLambda(ZIP, folder.resolve("task"), variables);
    }

    private static JsonNode published(LocalWorld world) throws IOException {
        byte[] bytes = world.published();
        assertThat(StatusSchema.violations(bytes)).isEmpty();
        return MAPPER.readTree(bytes);
    }
}
