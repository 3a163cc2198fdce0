package com.elytracloud.status.site;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

import com.elytracloud.status.cli.CommandLineStage;
import com.elytracloud.status.testing.KumaReplay;
import com.elytracloud.status.testing.LocalWorld;
import com.elytracloud.status.testing.PackagedCli.Result;
import com.elytracloud.status.testing.StatusSchema;

import static com.elytracloud.status.site.Rendered.texts;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * One incident from its first post to the next day, by the command line. After each step every
 * output says the same, and readers that poll then have seen each update once.
 */
@QuarkusTest
class IncidentStoryQuarkusTest {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final long DAY = 86_400;
    private static final List<String> FILES = List.of(
            "index.html",
            "status.json",
            "history.json",
            "feed.atom",
            "badge.json",
            "calendar.ics",
            "api/v2/summary.json",
            "api/v2/incidents.json",
            "api/v2/incidents/unresolved.json",
            "api/v2/scheduled-maintenances.json",
            "api/v2/scheduled-maintenances/active.json");
    private static final DateTimeFormatter KUMA_TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Map<String, String> seenInFeed = new LinkedHashMap<>();
    private final Map<String, String> seenInApi = new LinkedHashMap<>();
    private LocalWorld world;

    @BeforeEach
    void start() throws IOException {
        world = new LocalWorld();
        world.kuma().pins("[]");
        Map<String, String> variables = new HashMap<>(world.variables());
        variables.putAll(world.kuma().healthy());
        variables.put("UPTIME_KUMA_STATUS_PAGE", KumaReplay.PAGE);
        CommandLineStage.configure(variables);
    }

    @AfterEach
    void stop() {
        world.close();
        CommandLineStage.configure(Map.of());
    }

    @Test
    void everyOutputTellsTheSameStoryAndReadersSeeEachUpdateOnce() throws Exception {
        run();
        everyOutputSays("operational", List.of(), List.of());

        String id = command(
                        "incident",
                        "open",
                        "--title",
                        "Slow checkout",
                        "--message",
                        "Payments take a minute.",
                        "--impact",
                        "degraded",
                        "--components",
                        "websites")
                .path("id")
                .asText();
        everyOutputSays("degraded", List.of("Slow checkout"), List.of());

        command("incident", "update", id, "--status", "identified", "--message", "The payment provider is slow.");
        everyOutputSays("degraded", List.of("Slow checkout"), List.of());

        command(
                "maintenance",
                "schedule",
                "--title",
                "Database upgrade",
                "--message",
                "We move to a newer version.",
                "--from",
                Instant.now().minusSeconds(60).toString(),
                "--to",
                Instant.now().plusSeconds(7200).toString(),
                "--components",
                "databases");
        everyOutputSays("degraded", List.of("Slow checkout"), List.of("Database upgrade"));

        world.kuma().pins(pinned());
        run();
        everyOutputSays("degraded", List.of("Slow checkout", "Mail is delayed"), List.of("Database upgrade"));

        world.kuma().goAway();
        run();
        // What the team says stays, beside what is measured now: nothing.
        everyOutputSays("degraded", List.of("Slow checkout", "Mail is delayed"), List.of("Database upgrade"));
        assertThat(published("status.json").path("measured_status").asText()).isEqualTo("unknown");

        command("incident", "resolve", id, "--message", "Payments are fast again.");
        everyOutputSays("unknown", List.of("Mail is delayed"), List.of("Database upgrade"));

        aDayPasses();
        world.kuma().comeBack();
        world.kuma().pins("[]");
        run();
        everyOutputSays("operational", List.of(), List.of());
        for (Map<String, String> seen : List.of(seenInFeed, seenInApi)) {
            assertThat(seen.values())
                    .contains(
                            "Payments take a minute.",
                            "The payment provider is slow.",
                            "We move to a newer version.",
                            "All mail will arrive.",
                            "Payments are fast again.",
                            "This incident was closed.");
            assertThat(seen.values().stream().filter(text -> !text.isEmpty())).doesNotHaveDuplicates();
        }
    }

    private static void run() throws Exception {
        command("status", "publish");
    }

    private static JsonNode command(String... words) throws Exception {
        String[] arguments =
                Stream.concat(Stream.of(words), Stream.of("--json")).toArray(String[]::new);
        Result result = CommandLineStage.run(arguments);
        assertThat(result.exitCode()).as(result.err()).isZero();
        return MAPPER.readTree(result.out());
    }

    private JsonNode published(String file) throws IOException {
        return MAPPER.readTree(world.storage().find(LocalWorld.SITE, file).orElseThrow());
    }

    private static String pinned() {
        return "[{\"id\":7,\"style\":\"info\",\"title\":\"Mail is delayed\",\"content\":\"All mail will arrive.\","
                + "\"pin\":true,\"active\":true,\"createdDate\":\"%s\",\"lastUpdatedDate\":null}]"
                        .formatted(KUMA_TIME.format(Instant.now().minusSeconds(30)));
    }

    // What readers have seen is of the day before as well: the time in an update's id is a day older.
    private void aDayPasses() throws IOException {
        world.letADayPass();
        for (Map<String, String> seen : List.of(seenInFeed, seenInApi)) {
            Map<String, String> older = new LinkedHashMap<>();
            seen.forEach((id, text) -> older.put(aDayOlder(id), text));
            seen.clear();
            seen.putAll(older);
        }
    }

    private static String aDayOlder(String id) {
        return Pattern.compile("\\b1\\d{9}\\b")
                .matcher(id)
                .replaceAll(time -> Long.toString(Long.parseLong(time.group()) - DAY));
    }

    private void everyOutputSays(String headline, List<String> incidents, List<String> maintenances)
            throws IOException {
        Map<String, byte[]> bytes = new HashMap<>();
        for (String file : FILES) {
            bytes.put(file, world.storage().find(LocalWorld.SITE, file).orElseThrow());
        }
        Rendered files = new Rendered(bytes);
        JsonNode status = files.json("status.json");
        assertThat(StatusSchema.violations(bytes.get("status.json"))).isEmpty();
        assertThat(status.path("headline").asText()).isEqualTo(headline);
        assertThat(files.json("badge.json").path("message").asText()).isEqualTo(headline);
        assertThat(files.summary().at("/x_freshness/headline").asText()).isEqualTo(headline);

        assertThat(titles(status.path("incidents"), "resolved_at", "title"))
                .containsExactlyInAnyOrderElementsOf(incidents);
        assertThat(titles(files.json("api/v2/incidents/unresolved.json").path("incidents"), "resolved_at", "name"))
                .containsExactlyInAnyOrderElementsOf(incidents);
        assertThat(names(files.json("api/v2/scheduled-maintenances/active.json").path("scheduled_maintenances")))
                .containsExactlyInAnyOrderElementsOf(maintenances);

        Document page = Html.parse(bytes.get("index.html"));
        String sentence = Map.of(
                        "operational", "All systems operational",
                        "degraded", "Degraded performance",
                        "unknown", "Current state unknown")
                .get(headline);
        assertThat(Html.text(page, "id", "sentence")).isEqualTo(sentence);
        List<String> announced = new ArrayList<>(incidents);
        announced.addAll(maintenances);
        assertThat(announced)
                .allSatisfy(title ->
                        assertThat(page.getDocumentElement().getTextContent()).contains(title));
        assertThat(files.events()).extracting(event -> event.get("SUMMARY")).containsAll(maintenances);
        poll(files);
    }

    // A reader knows an update by its id: what it has seen never changes, and the same text never comes again.
    private void poll(Rendered files) {
        for (Element entry : files.entries()) {
            remember(
                    seenInFeed,
                    texts(entry, "id").get(0),
                    texts(entry, "content").get(0).split("\n\n", 2)[0]);
        }
        for (JsonNode list : List.of(
                files.json("api/v2/incidents.json").path("incidents"),
                files.json("api/v2/scheduled-maintenances.json").path("scheduled_maintenances"))) {
            list.forEach(post -> post.path("incident_updates")
                    .forEach(update -> remember(
                            seenInApi,
                            update.path("id").asText(),
                            update.path("body").asText())));
        }
        JsonNode history = files.json("history.json").path("incident_updates");
        assertThat(seenInFeed.values())
                .containsAll(new TreeSet<>(StreamSupport.stream(history.spliterator(), false)
                        .map(update -> update.path("message").asText())
                        .toList()));
    }

    private static void remember(Map<String, String> seen, String id, String text) {
        assertThat(seen.getOrDefault(id, text)).as(id).isEqualTo(text);
        seen.put(id, text);
    }

    private static List<String> titles(JsonNode list, String end, String name) {
        return StreamSupport.stream(list.spliterator(), false)
                .filter(each -> each.path(end).isNull())
                .map(each -> each.path(name).asText())
                .toList();
    }

    private static List<String> names(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(each -> each.path("name").asText())
                .toList();
    }
}
