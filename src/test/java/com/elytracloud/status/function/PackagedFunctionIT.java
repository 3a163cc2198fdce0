package com.elytracloud.status.function;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
    void aRunPublishesWhatTheRecordedFleetSaysWhateverTriggersItAndWritesItsMetrics() throws Exception {
        try (LocalWorld world = new LocalWorld();
                LocalLambda lambda = start(inFormat("Text", world.variables()))) {
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
            world.storage().refuse("PUT", 403);
            assertThat(lambda.invoke("{}").kind()).isEqualTo(Outcome.Kind.ERROR);

            List<JsonNode> lines = metrics(lambda);
            assertThat(lines)
                    .extracting(line -> line.path("Published").asInt(-1))
                    .containsExactly(1, 1, 1, 1, 0);
            assertThat(lines.get(0).path("MonitorsDown").asInt()).isPositive();
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
            try (LocalLambda lambda = start(inFormat("JSON", variables))) {
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
                assertThat(metrics(lambda))
                        .extracting(line -> line.path("Healthy").asInt())
                        .containsExactly(1, 0);
            }
        }
    }

    private static Map<String, String> inFormat(String format, Map<String, String> variables) {
        Map<String, String> logging = new HashMap<>(variables);
        logging.put("AWS_LAMBDA_LOG_FORMAT", format);
        logging.put("QUARKUS_LOG_LEVEL", "DEBUG");
        return logging;
    }

    // Bare lines, also between those of a verbose log.
    private static List<JsonNode> metrics(LocalLambda lambda) {
        assertThat(lambda.log()).contains("DEBUG");
        List<JsonNode> lines = MetricLines.in(lambda.log());
        assertThat(lines)
                .allSatisfy(line -> assertThat(MetricLines.violations(line)).isEmpty());
        return lines;
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
