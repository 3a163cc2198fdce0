package com.elytracloud.status.site;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

class StatuspageApiTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final SiteIdentity SITE =
            new SiteIdentity("Elytra", URI.create("https://status.example.com/"), null);
    private static final Map<String, String> SCHEMAS = Map.of(
            "components.json", "components",
            "incidents.json", "incidents",
            "incidents/unresolved.json", "incidents",
            "scheduled-maintenances.json", "scheduled-maintenances",
            "scheduled-maintenances/active.json", "scheduled-maintenances",
            "scheduled-maintenances/upcoming.json", "scheduled-maintenances",
            "summary.json", "summary",
            "status.json", "status");

    static Stream<Arguments> files() {
        return Stream.of(Sample.values())
                .flatMap(sample -> SCHEMAS.keySet().stream().map(path -> arguments(sample, path)));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyFileKeepsToItsSchema(Sample sample, String path) throws IOException {
        assertThat(violations(path, files(SITE, sample).get("api/v2/" + path))).isEmpty();
        assertThat(violations(path, files(SiteIdentity.DEFAULT, sample).get("api/v2/" + path)))
                .isEmpty();
    }

    @Test
    void thereAreEightFiles() {
        assertThat(files(SITE, Sample.OPERATIONAL).keySet())
                .containsExactlyInAnyOrderElementsOf(
                        SCHEMAS.keySet().stream().map(path -> "api/v2/" + path).toList());
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL, none, All Systems Operational, 0",
        "DEGRADED, minor, Partially Degraded Service, 1",
        "OUTAGE, critical, Major System Outage, 1",
        "MAINTENANCE, maintenance, Service Under Maintenance, 0",
        "UNKNOWN, minor, Partially Degraded Service, 1",
    })
    void theIndicatorIsTheWorstOfAll(Sample sample, String indicator, String description, int open) throws IOException {
        JsonNode summary = summary(sample);

        assertThat(summary.at("/status/indicator").textValue()).isEqualTo(indicator);
        assertThat(summary.at("/status/description").textValue()).isEqualTo(description);
        assertThat(summary.path("incidents")).hasSize(open);
    }

    @Test
    void unknownIsNeverGreenAndSaysWhy() throws IOException {
        JsonNode summary = summary(Sample.UNKNOWN);

        assertThat(summary.findValuesAsText("name")).contains("Monitoring data is stale");
        assertThat(summary.path("components").findValuesAsText("status")).containsOnly("degraded_performance");
        assertThat(summary.at("/incidents/0/impact").textValue()).isEqualTo("minor");
        assertThat(summary.at("/x_freshness/platform_status").textValue()).isEqualTo("unknown");
        assertThat(summary.at("/x_freshness/stale_after").textValue()).isEqualTo("2028-03-01T00:25:30.000Z");
    }

    @Test
    void maintenanceIsInProgressUntilItsNoticeExpires() throws IOException {
        JsonNode maintenance = summary(Sample.MAINTENANCE).at("/scheduled_maintenances/0");

        assertThat(maintenance.path("status").textValue()).isEqualTo("in_progress");
        assertThat(maintenance.path("name").textValue()).isEqualTo("Database maintenance");
        assertThat(maintenance.path("scheduled_until").textValue()).isEqualTo("2028-03-01T01:30:30.000Z");
        assertThat(summary(Sample.MAINTENANCE).at("/components/0/status").textValue())
                .isEqualTo("under_maintenance");
    }

    @ParameterizedTest
    @EnumSource(names = {"OUTAGE", "UNKNOWN", "OPERATIONAL"})
    void maintenanceNeverHidesAnythingElse(StatusCode status) throws IOException {
        StatusDocument announced = Sample.MAINTENANCE.status(NOW);
        StatusDocument document = new StatusDocument(
                announced.schemaVersion(),
                announced.updatedAt(),
                announced.staleAfter(),
                status,
                announced.statusSource(),
                announced.uptime(),
                announced.backups(),
                announced.infrastructure(),
                List.of(),
                announced.notice());

        JsonNode summary = read(StatuspageApi.of(SITE, document, Sample.NEW.history(NOW))
                .files()
                .get("api/v2/summary.json"));

        assertThat(Look.of(document)).isEqualTo(Look.of(status));
        assertThat(summary.at("/status/indicator").textValue()).isNotEqualTo("maintenance");
        assertThat(summary.path("scheduled_maintenances")).isEmpty();
    }

    @Test
    void pastEpisodesAreResolvedIncidents() throws IOException {
        JsonNode incidents = read(files(SITE, Sample.OPERATIONAL).get("api/v2/incidents.json"))
                .path("incidents");

        assertThat(incidents).hasSize(2);
        assertThat(incidents.at("/0/name").textValue()).isEqualTo("Service disruption");
        assertThat(incidents.at("/0/impact").textValue()).isEqualTo("critical");
        assertThat(incidents.at("/0/status").textValue()).isEqualTo("resolved");
        assertThat(incidents.at("/0/resolved_at").textValue()).isEqualTo("2028-02-17T12:40:00.000Z");
        assertThat(incidents.at("/0/incident_updates")).hasSize(2);
    }

    @ParameterizedTest
    @MethodSource("com.elytracloud.status.site.StatuspageApiTest#troubled")
    void idsAreTheSameInEveryRun(Sample sample, HistoryDocument history) throws IOException {
        StatusDocument before = sample.status(NOW);
        StatusDocument after = sample.status(NOW.plusSeconds(600));

        List<String> ids = ids(StatuspageApi.of(SITE, before, history));
        // The operator's notice of the sample moves with its time: it is a notice of its own.
        if (before.notice() == null) {
            assertThat(ids(StatuspageApi.of(SITE, after, history))).isEqualTo(ids);
        }
        assertThat(ids(StatuspageApi.of(SITE, before, history))).isEqualTo(ids);
    }

    static Stream<Arguments> troubled() {
        HistoryDocument none = Sample.NEW.history(NOW);
        return Stream.of(Sample.values())
                .flatMap(sample -> Stream.of(arguments(sample, sample.history(NOW)), arguments(sample, none)));
    }

    private static List<String> ids(StatuspageApi api) throws IOException {
        return read(api.files().get("api/v2/summary.json")).findValuesAsText("id").stream()
                .distinct()
                .toList();
    }

    private static JsonNode summary(Sample sample) throws IOException {
        return read(files(SITE, sample).get("api/v2/summary.json"));
    }

    private static Map<String, byte[]> files(SiteIdentity site, Sample sample) {
        Instant now = NOW;
        return StatuspageApi.of(site, sample.status(now), sample.history(now)).files();
    }

    private static JsonNode read(byte[] json) throws IOException {
        return MAPPER.readTree(json);
    }

    private static List<String> violations(String path, byte[] json) throws IOException {
        try (InputStream in = StatuspageApiTest.class.getResourceAsStream(
                "/statuspage-v2/%s.schema.json".formatted(SCHEMAS.get(path)))) {
            SchemaValidatorsConfig strict = SchemaValidatorsConfig.builder()
                    .formatAssertionsEnabled(true)
                    .build();
            JsonSchema schema =
                    JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in, strict);
            return schema.validate(new String(json, StandardCharsets.UTF_8), InputFormat.JSON).stream()
                    .map(Object::toString)
                    .toList();
        }
    }
}
