package com.elytracloud.status.site;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.testing.StatusSchema;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** The published schemas accept what is published, and nothing else. */
class SchemasTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    @ParameterizedTest
    @EnumSource
    void acceptEverySampleWhichIsReadBackAsItWas(Sample sample) throws IOException {
        byte[] status = Json.document(sample.status(NOW));
        byte[] history = Json.document(sample.history(NOW));

        assertThat(StatusSchema.violations(status)).isEmpty();
        assertThat(StatusSchema.historyViolations(history)).isEmpty();
        assertThat(Json.read(status, StatusDocument.class)).isEqualTo(sample.status(NOW));
        assertThat(Json.read(history, HistoryDocument.class)).isEqualTo(sample.history(NOW));
        assertThat(sample.status(NOW).headline())
                .isEqualTo(Headline.of(
                        sample.status(NOW).platformStatus(),
                        sample.status(NOW).components().stream()
                                .map(ComponentEntry::status)
                                .toList()));
    }

    static LongStream seeds() {
        return LongStream.range(0, 20);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void acceptRandomDocuments(long seed) {
        RandomDocuments.Pair documents = new RandomDocuments(seed).next();

        assertThat(StatusSchema.violations(Json.document(documents.status()))).isEmpty();
        assertThat(StatusSchema.historyViolations(Json.document(documents.history())))
                .isEmpty();
    }

    /** Each key of each object, also within lists. */
    @Test
    void refuseAMissingAndAnUnknownKeyInEveryObject() throws IOException {
        JsonNode status = MAPPER.readTree(Json.document(Sample.OUTAGE.status(NOW)));
        ((ObjectNode) status).set("override", override());
        JsonNode history = MAPPER.readTree(Json.document(Sample.OUTAGE.history(NOW)));

        assertThat(StatusSchema.violations(MAPPER.writeValueAsBytes(status))).isEmpty();
        assertThat(accepted(status, true)).isEmpty();
        assertThat(accepted(history, false)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/schema_version=2",
                "/updated_at=\"2026-11-20T21:50:00.5Z\"",
                "/updated_at=\"2026-11-20T21:50:00+00:00\"",
                "/platform_status=\"green\"",
                "/platform_status=\"maintenance\"",
                "/headline=\"outage\"",
                "/override={}",
                "/uptime/last_24h=100.01",
                "/uptime/last_24h=-0.01",
                "/uptime/last_24h=\"99.9\"",
                "/uptime=null",
                "/backups/last_backup_status=null",
                "/infrastructure/regions=\"nyc3\"",
                "/components=null",
                "/components/0/id=\"a/b\"",
                "/components/0/status=\"partial_outage\"",
                "/components/0/uptime=null",
                "/incidents/0/id=\"../index\"",
                "/incidents/0/title=\"\"",
                "/incidents/0/impact=\"maintenance\"",
                "/incidents/0/status=\"scheduled\"",
                "/incidents/0/updates/0/message=null",
                "/maintenances/0/status=\"resolved\"",
                "/maintenances/0/starts_at=null",
                "/maintenances/0/source=\"statuspage\""
            })
    void refuseAnotherValue(String change) throws IOException {
        JsonNode document = MAPPER.readTree(Json.document(Sample.OUTAGE.status(NOW)));
        set(document, change);

        assertThat(StatusSchema.violations(MAPPER.writeValueAsBytes(document))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/days=null",
                "/days/0/date=\"2028-2-1\"",
                "/days/0/coverage=1.001",
                "/days/0/uptime=100.01",
                "/days/0/worst_status=\"good\"",
                "/components/0/days/0/coverage=null",
                "/transitions/0/to=\"maintenance\"",
                "/incident_updates/0/status=\"completed\""
            })
    void refuseAnotherValueOfTheHistory(String change) throws IOException {
        JsonNode document = MAPPER.readTree(Json.document(Sample.OUTAGE.history(NOW)));
        set(document, change);

        assertThat(StatusSchema.historyViolations(MAPPER.writeValueAsBytes(document)))
                .isNotEmpty();
    }

    private static void set(JsonNode document, String change) throws IOException {
        String pointer = change.substring(0, change.indexOf('='));
        int lastSlash = pointer.lastIndexOf('/');
        ((ObjectNode) document.at(pointer.substring(0, lastSlash)))
                .set(pointer.substring(lastSlash + 1), MAPPER.readTree(change.substring(change.indexOf('=') + 1)));
    }

    private static JsonNode override() throws IOException {
        return MAPPER.readTree(Json.document(Sample.OVERRIDE.status(NOW))).path("override");
    }

    // The changes that the schema did not refuse.
    private static List<String> accepted(JsonNode document, boolean isStatus) throws IOException {
        List<String> accepted = new ArrayList<>();
        for (ObjectNode object : objects(document).toList()) {
            for (String key : names(object)) {
                JsonNode value = object.remove(key);
                if (isAccepted(document, isStatus)) {
                    accepted.add("without " + key + ": " + object);
                }
                object.set(key, value);
            }
            object.put("surplus", "surplus");
            if (isAccepted(document, isStatus)) {
                accepted.add("with a surplus key: " + object);
            }
            object.remove("surplus");
        }
        return accepted;
    }

    // Of a list the first two: all others are described by the same part of the schema.
    private static Stream<ObjectNode> objects(JsonNode node) {
        List<JsonNode> children = new ArrayList<>();
        node.forEach(children::add);
        Stream<ObjectNode> below =
                children.stream().limit(node.isArray() ? 2 : children.size()).flatMap(SchemasTest::objects);
        return node.isObject() ? Stream.concat(Stream.of((ObjectNode) node), below) : below;
    }

    private static List<String> names(ObjectNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static boolean isAccepted(JsonNode document, boolean isStatus) throws IOException {
        byte[] json = MAPPER.writeValueAsBytes(document);
        return (isStatus ? StatusSchema.violations(json) : StatusSchema.historyViolations(json)).isEmpty();
    }
}
