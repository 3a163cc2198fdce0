package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.IncidentUpdate;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.PlatformStatus;

import static com.elytracloud.status.site.Rendered.texts;
import static org.assertj.core.api.Assertions.assertThat;

/** A feed reader and a Statuspage client that ask once an hour, over a story of several weeks. */
class PollingReadersTest {
    private final Map<String, String> seenInFeed = new LinkedHashMap<>();
    private final Map<String, String> seenInApi = new LinkedHashMap<>();
    private final Map<String, IncidentEntry> incidents = new LinkedHashMap<>();
    private final List<IncidentUpdate> updates = new ArrayList<>();
    private final List<TransitionEntry> transitions = new ArrayList<>();
    private final List<UpdateEntry<Maintenance.Status>> maintenance = new ArrayList<>();
    private Instant now = Instant.parse("2028-02-01T00:30:00Z");
    private Instant feedUpdated = Instant.EPOCH;
    private PlatformStatus platform = PlatformStatus.OPERATIONAL;

    @Test
    void seeEachUpdateExactlyOnce() {
        hourPasses();
        post("checkout", Announcements.Source.OPERATOR, Incident.Status.INVESTIGATING, "We look into slow payments.");
        hourPasses();
        post("checkout", Announcements.Source.OPERATOR, Incident.Status.IDENTIFIED, "The payment provider is slow.");
        maintain(Maintenance.Status.SCHEDULED, "Tonight we move the databases.");
        hourPasses();
        maintain(Maintenance.Status.IN_PROGRESS, "The move has started.");
        post("checkout", Announcements.Source.OPERATOR, Incident.Status.MONITORING, "Payments are fast again.");
        post("kuma-3", Announcements.Source.UPTIME_KUMA, Incident.Status.INVESTIGATING, "Mail is delayed.");
        hourPasses();
        change(PlatformStatus.UNKNOWN);
        hourPasses();
        hourPasses();
        change(PlatformStatus.OPERATIONAL);
        maintain(Maintenance.Status.COMPLETED, "The move is done.");
        post("checkout", Announcements.Source.OPERATOR, Incident.Status.RESOLVED, "Everything works.");
        hourPasses();
        post("kuma-3", Announcements.Source.UPTIME_KUMA, Incident.Status.RESOLVED, "No longer announced.");
        for (int hour = 0; hour < 24; hour++) {
            hourPasses();
        }
        for (int day = 0; day < 30; day++) {
            now = now.plus(Duration.ofDays(1));
            hourPasses();
        }

        List<String> posted = List.of(
                "We look into slow payments.",
                "The payment provider is slow.",
                "Tonight we move the databases.",
                "The move has started.",
                "Payments are fast again.",
                "Mail is delayed.",
                "The move is done.",
                "Everything works.",
                "No longer announced.");
        assertThat(seenInApi.values())
                .containsExactlyInAnyOrderElementsOf(with(
                        posted,
                        "Monitoring data is not available. The current state of the platform is not known.",
                        "Monitoring data is available again."));
        assertThat(seenInFeed.values())
                .containsExactlyInAnyOrderElementsOf(with(
                        posted,
                        "The status of the platform changed from “operational” to “unknown”.",
                        "The status of the platform changed from “unknown” to “operational”."));
    }

    private static List<String> with(List<String> posted, String... more) {
        List<String> all = new ArrayList<>(posted);
        all.addAll(List.of(more));
        return all;
    }

    private void post(String id, Announcements.Source source, Incident.Status status, String message) {
        now = now.plusSeconds(60);
        IncidentEntry before = incidents.get(id);
        List<UpdateEntry<Incident.Status>> posts = new ArrayList<>(before == null ? List.of() : before.updates());
        posts.add(0, new UpdateEntry<>(now, status, message));
        Instant start = before == null ? now : before.start();
        Instant end = status == Incident.Status.RESOLVED ? now : null;
        incidents.put(
                id, new IncidentEntry(id, "About " + id, status, Impact.NONE, List.of(), source, start, end, posts));
        updates.add(new IncidentUpdate(now, id, "About " + id, status, message));
    }

    private void maintain(Maintenance.Status status, String message) {
        now = now.plusSeconds(60);
        maintenance.add(0, new UpdateEntry<>(now, status, message));
    }

    private void change(PlatformStatus to) {
        now = now.plusSeconds(60);
        transitions.add(new TransitionEntry(now, platform, to));
        platform = to;
    }

    private void hourPasses() {
        now = now.plus(Duration.ofHours(1));
        Rendered files = Rendered.of(status(), history());
        Instant updated = Instant.parse(texts(files.feed(), "updated").get(0));
        assertThat(updated).isAfterOrEqualTo(feedUpdated);
        feedUpdated = updated;
        for (Element entry : files.entries()) {
            seenInFeed.put(texts(entry, "id").get(0), texts(entry, "content").get(0));
        }
        read(files.json("api/v2/incidents.json").path("incidents"));
        read(files.json("api/v2/scheduled-maintenances.json").path("scheduled_maintenances"));
    }

    private void read(JsonNode posts) {
        posts.forEach(post -> post.path("incident_updates").forEach(update -> {
            String id = update.path("id").textValue();
            String body = update.path("body").textValue();
            assertThat(seenInApi.getOrDefault(id, body)).as(id).isEqualTo(body);
            seenInApi.put(id, body);
        }));
    }

    private StatusDocument status() {
        Instant kept = now.minus(Duration.ofDays(14));
        return new StatusDocument(
                1,
                now,
                now.plusSeconds(1800),
                platform,
                StatusSource.AUTOMATIC,
                platform,
                Headline.of(platform, List.of()),
                null,
                new Uptime(null, null, null),
                null,
                null,
                List.of(),
                incidents.values().stream()
                        .filter(each -> each.isCurrent() || each.end().isAfter(kept))
                        .toList(),
                maintenance.isEmpty() || maintenance.get(0).at().isBefore(kept)
                        ? List.of()
                        : List.of(new MaintenanceEntry(
                                "move",
                                "Move",
                                maintenance.get(0).status(),
                                List.of(),
                                Announcements.Source.OPERATOR,
                                Instant.parse("2028-02-01T03:35:00Z"),
                                null,
                                maintenance)));
    }

    private HistoryDocument history() {
        return new HistoryDocument(1, now, List.of(), List.of(), transitions, updates);
    }
}
