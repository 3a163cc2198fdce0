package com.elytracloud.status.site;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Maintenance;

import static com.elytracloud.status.site.Rendered.texts;
import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** Every output says the same, in every sample and in sixty random documents; a row is named by its seed. */
class OutputsAgreeTest {
    private static final Map<String, String> SCHEMAS = Map.of(
            "components.json", "components",
            "incidents.json", "incidents",
            "incidents/unresolved.json", "incidents",
            "scheduled-maintenances.json", "scheduled-maintenances",
            "scheduled-maintenances/active.json", "scheduled-maintenances",
            "scheduled-maintenances/upcoming.json", "scheduled-maintenances",
            "summary.json", "summary",
            "status.json", "status");
    private static final Map<String, JsonSchema> LOADED = new ConcurrentHashMap<>();
    private static final List<String> SEVERITY = List.of("none", "maintenance", "minor", "major", "critical");

    /** Documents and what is rendered of them. */
    record Site(StatusDocument status, HistoryDocument history, Rendered files) {
        Site(StatusDocument status, HistoryDocument history) {
            this(status, history, Rendered.of(status, history));
        }
    }

    private static final List<Named<Site>> SITES = Stream.concat(
                    Stream.of(Sample.values())
                            .map(each -> Named.of(each.toString(), new Site(each.status(NOW), each.history(NOW)))),
                    LongStream.range(0, 60).mapToObj(seed -> {
                        RandomDocuments.Pair next = new RandomDocuments(seed).next();
                        return Named.of("seed " + seed, new Site(next.status(), next.history()));
                    }))
            .toList();

    static List<Named<Site>> sites() {
        return SITES;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void theHeadlineIsTheOneValue(Site site) {
        StatusDocument status = site.status();
        Rendered files = site.files();
        String indicator = files.summary().at("/status/indicator").textValue();
        String badge = files.json("badge.json").path("message").textValue();

        assertThat(List.of(indicator, badge))
                .isEqualTo(
                        switch (status.headline()) {
                            case OPERATIONAL -> List.of("none", "operational");
                            case MAINTENANCE -> List.of("maintenance", "maintenance");
                            case DEGRADED -> List.of("minor", "degraded");
                            case PARTIAL_OUTAGE -> List.of("major", "partial outage");
                            case MAJOR_OUTAGE -> List.of("critical", "major outage");
                            case UNKNOWN -> List.of("minor", "unknown");
                        });
        assertThat(files.json("api/v2/status.json").path("status"))
                .isEqualTo(files.summary().path("status"));
        assertThat(files.summary().at("/x_freshness/headline").textValue())
                .isEqualTo(status.headline().name().toLowerCase(Locale.ROOT));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void aStatusThatAnOperatorSetIsNamedAsOne(Site site) {
        StatusDocument status = site.status();
        Rendered files = site.files();
        boolean isSet = status.statusSource() == StatusSource.OPERATOR;

        assertThat(files.summary().at("/status/description").textValue().contains("Set by our team"))
                .isEqualTo(isSet);
        assertThat(files.json("badge.json").path("label").textValue().contains("set by our team"))
                .isEqualTo(isSet);
        assertThat(files.text("badge.svg").contains("Set by our team")).isEqualTo(isSet);
        assertThat(texts(files.feed(), "subtitle").get(0).contains("Set by our team"))
                .isEqualTo(isSet);
        Rendered german = Rendered.of(Rendered.GERMAN, status, site.history());
        assertThat(german.text("feed.atom").contains("Von unserem Team gesetzt"))
                .isEqualTo(isSet);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void theIndicatorIsAtLeastTheWorstComponentAndTheWorstOpenIncident(Site site) {
        StatusDocument status = site.status();
        JsonNode summary = site.files().summary();
        int indicator = SEVERITY.indexOf(summary.at("/status/indicator").textValue());

        for (ComponentEntry each : status.components()) {
            JsonNode component = byId(summary.path("components"), each.id());
            String word = component.path("status").textValue();
            assertThat(word)
                    .isEqualTo(
                            switch (each.status()) {
                                case OPERATIONAL -> "operational";
                                case DEGRADED, UNKNOWN -> "degraded_performance";
                                case OUTAGE -> "major_outage";
                                case MAINTENANCE -> "under_maintenance";
                            });
            assertThat(indicator).isGreaterThanOrEqualTo(severity(each.status()));
        }
        status.incidents().stream()
                .filter(each -> each.isCurrent() && each.source() == Announcements.Source.OPERATOR)
                .forEach(each -> assertThat(indicator)
                        .as(each.id())
                        .isGreaterThanOrEqualTo(
                                switch (each.impact()) {
                                    case NONE -> 0;
                                    case DEGRADED -> 2;
                                    case OUTAGE -> 4;
                                }));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void everyIncidentAndMaintenanceIsInEachListItBelongsTo(Site site) {
        StatusDocument status = site.status();
        Rendered files = site.files();

        assertThat(published(files.json("api/v2/incidents.json")))
                .containsExactlyInAnyOrderElementsOf(
                        status.incidents().stream().map(IncidentEntry::id).toList());
        List<String> open = status.incidents().stream()
                .filter(IncidentEntry::isCurrent)
                .map(IncidentEntry::id)
                .toList();
        assertThat(published(files.json("api/v2/incidents/unresolved.json"))).containsExactlyInAnyOrderElementsOf(open);
        assertThat(files.summary().path("incidents"))
                .isEqualTo(files.json("api/v2/incidents/unresolved.json").path("incidents"));
        assertMaintenances(files, "scheduled-maintenances", status, Maintenance.Status.values());
        assertMaintenances(files, "scheduled-maintenances/active", status, Maintenance.Status.IN_PROGRESS);
        assertMaintenances(files, "scheduled-maintenances/upcoming", status, Maintenance.Status.SCHEDULED);
        assertThat(files.events())
                .extracting(event -> event.get("UID").split("@", 2)[0])
                .containsExactlyElementsOf(
                        status.maintenances().stream().map(MaintenanceEntry::id).toList());
        assertThat(files.events())
                .extracting(event -> event.get("STATUS"))
                .containsExactlyElementsOf(status.maintenances().stream()
                        .map(each -> each.status() == Maintenance.Status.CANCELLED ? "CANCELLED" : "CONFIRMED")
                        .toList());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void everyUpdateIsOneEntryOfTheFeedAndOneUpdateOfStatuspage(Site site) {
        StatusDocument status = site.status();
        HistoryDocument history = site.history();
        Rendered files = site.files();
        List<String> feed = texts(files.feed(), "id").stream()
                .filter(id -> id.contains(":incident:") || id.contains(":maintenance:"))
                .map(id -> id.substring(id.lastIndexOf(':') + 1))
                .toList();
        List<String> api = new ArrayList<>();
        files.json("api/v2/incidents.json").path("incidents").forEach(incident -> {
            if (incident.path("id").textValue().contains("-")) {
                api.addAll(ids(incident.path("incident_updates")));
            }
        });
        files.json("api/v2/scheduled-maintenances.json")
                .path("scheduled_maintenances")
                .forEach(each -> api.addAll(ids(each.path("incident_updates"))));

        assertThat(feed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(api);
        assertThat(feed.size())
                .isGreaterThanOrEqualTo(status.incidents().stream()
                                .mapToInt(each -> each.updates().size())
                                .sum()
                        + status.maintenances().stream()
                                .mapToInt(each -> each.updates().size())
                                .sum());
        assertThat(files.entries()).hasSize(feed.size() + history.transitions().size());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sites")
    void everyStatuspageFileMatchesItsSchema(Site site) {
        for (SiteIdentity identity : List.of(Rendered.GERMAN, Rendered.WITHOUT_ADDRESS)) {
            Rendered files = Rendered.of(identity, site.status(), site.history());
            assertThat(files.files().keySet().stream().filter(path -> path.startsWith("api/v2/")))
                    .hasSize(SCHEMAS.size());
            for (Map.Entry<String, String> each : SCHEMAS.entrySet()) {
                assertThat(violations(each.getValue(), files.text("api/v2/" + each.getKey())))
                        .as(each.getKey())
                        .isEmpty();
            }
        }
    }

    private static void assertMaintenances(
            Rendered files, String path, StatusDocument status, Maintenance.Status... states) {
        assertThat(ids(files.json("api/v2/" + path + ".json").path("scheduled_maintenances")))
                .containsExactlyInAnyOrderElementsOf(status.maintenances().stream()
                        .filter(each -> List.of(states).contains(each.status()))
                        .map(MaintenanceEntry::id)
                        .toList());
    }

    // Without those that only Statuspage has, whose ids are letters.
    private static List<String> published(JsonNode file) {
        return ids(file.path("incidents")).stream()
                .filter(id -> id.contains("-"))
                .toList();
    }

    private static int severity(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> 0;
            case MAINTENANCE -> 1;
            case DEGRADED, UNKNOWN -> 2;
            case OUTAGE -> 3;
        };
    }

    private static List<String> ids(JsonNode array) {
        return IntStream.range(0, array.size())
                .mapToObj(i -> array.get(i).path("id").textValue())
                .toList();
    }

    private static JsonNode byId(JsonNode array, String id) {
        return StreamSupport.stream(array.spliterator(), false)
                .filter(each -> each.path("id").textValue().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> violations(String schema, String json) {
        return LOADED.computeIfAbsent(schema, OutputsAgreeTest::load).validate(json, InputFormat.JSON).stream()
                .map(Object::toString)
                .toList();
    }

    private static JsonSchema load(String name) {
        SchemaValidatorsConfig strict =
                SchemaValidatorsConfig.builder().formatAssertionsEnabled(true).build();
        try (InputStream in = OutputsAgreeTest.class.getResourceAsStream("/statuspage-v2/" + name + ".schema.json")) {
            return JsonSchemaFactory.getInstance(VersionFlag.V202012).getSchema(in, strict);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
