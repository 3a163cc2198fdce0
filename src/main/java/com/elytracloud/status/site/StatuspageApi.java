package com.elytracloud.status.site;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.site.StatuspageJson.Words;

/**
 * The eight files of Atlassian's Statuspage API v2, for its many clients.
 *
 * <p>It has neither an unknown status nor an age. Unknown becomes degraded, with an open incident once it is confirmed; a
 * site that is no longer updated cannot report that. Prefer {@code status.json}, which expires by itself.
 */
record StatuspageApi(SiteIdentity site, StatusDocument status, HistoryDocument history) {
    private static final String MAINTENANCES = "scheduled_maintenances";

    /** The bytes of each file by its path. */
    Map<String, byte[]> files() {
        StatuspageJson form = new StatuspageJson(site, status);
        ObjectNode all = page();
        all.putArray("components").addAll(form.components());
        all.putArray("incidents").addAll(recent(Stream.concat(status.incidents().stream(), unknown()), form));
        all.putArray(MAINTENANCES).addAll(recent(status.maintenances().stream(), form));
        all.set("status", overall());
        Predicate<JsonNode> any = each -> true;
        Predicate<JsonNode> current = each -> !each.hasNonNull("resolved_at");
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("api/v2/components.json", part(all, any, "components"));
        files.put("api/v2/incidents.json", part(all, any, "incidents"));
        files.put("api/v2/incidents/unresolved.json", part(all, current, "incidents"));
        files.put("api/v2/scheduled-maintenances.json", part(all, any, MAINTENANCES));
        files.put("api/v2/scheduled-maintenances/active.json", part(all, is("in_progress"), MAINTENANCES));
        files.put("api/v2/scheduled-maintenances/upcoming.json", part(all, is("scheduled"), MAINTENANCES));
        files.put("api/v2/summary.json", part(all, current, "components", "incidents", MAINTENANCES, "status"));
        files.put("api/v2/status.json", part(all, any, "status"));
        return files;
    }

    /** What each file begins with. The second key is our own: what Statuspage has no word for. */
    private ObjectNode page() {
        ObjectNode file = JsonNodeFactory.instance.objectNode();
        file.putObject("page")
                .put("id", site.id())
                .put("name", PlainText.of(site.title()))
                .put("url", site.address() == null ? "urn:elytra-status:" + site.id() : site.link(""))
                .put("time_zone", "Etc/UTC")
                .put("updated_at", StatuspageJson.millis(status.updatedAt()));
        file.putObject("x_freshness")
                .put("platform_status", StatuspageJson.word(status.platformStatus()))
                .put("headline", StatuspageJson.word(status.headline()))
                .put("stale_after", StatuspageJson.millis(status.staleAfter()));
        return file;
    }

    // The headline covers the components and every open incident of an operator, which raises the status it is made of.
    private ObjectNode overall() {
        Words words = Words.of(status.headline());
        String source = new HeadlineText(status, site.language()).source();
        return JsonNodeFactory.instance
                .objectNode()
                .put("indicator", words.indicator())
                .put("description", source.isEmpty() ? words.description() : words.description() + ". " + source);
    }

    private static Predicate<JsonNode> is(String progress) {
        return each -> each.path("status").textValue().equals(progress);
    }

    private static byte[] part(ObjectNode all, Predicate<JsonNode> shown, String... keys) {
        ObjectNode file = all.objectNode();
        Stream.concat(Stream.of("page", "x_freshness"), Stream.of(keys)).forEach(key -> {
            JsonNode value = all.path(key);
            file.set(key, value);
            if (value.isArray()) {
                ArrayNode entries = file.putArray(key);
                value.forEach(each -> entries.addAll(shown.test(each) ? List.of(each) : List.of()));
            }
        });
        return Json.document(file);
    }

    private static List<ObjectNode> recent(Stream<? extends Announced> all, StatuspageJson form) {
        return Announced.newest(all).stream().map(form::announced).toList();
    }

    // Incidents that only these files have, because Statuspage has no word for unknown.
    private Stream<IncidentEntry> unknown() {
        List<TransitionEntry> changes = history.transitions();
        // Published as known again, before that is confirmed as a transition.
        Instant end = status.platformStatus() == PlatformStatus.UNKNOWN ? null : status.updatedAt();
        return IntStream.range(0, changes.size())
                .filter(i -> changes.get(i).to() == PlatformStatus.UNKNOWN)
                .mapToObj(i -> unknown(
                        changes.get(i).at(),
                        i + 1 < changes.size() ? changes.get(i + 1).at() : end))
                .filter(each -> each.isCurrent()
                        || each.end().isAfter(status.updatedAt().minus(Announced.SHOWN)));
    }

    private IncidentEntry unknown(Instant start, Instant end) {
        Language words = site.language();
        UpdateEntry<Incident.Status> found =
                new UpdateEntry<>(start, Incident.Status.INVESTIGATING, words.text("noEvidence"));
        List<UpdateEntry<Incident.Status>> updates = end == null
                ? List.of(found)
                : List.of(new UpdateEntry<>(end, Incident.Status.RESOLVED, words.text("evidenceAgain")), found);
        return new IncidentEntry(
                Digests.shortId(site.id() + "/unknown/" + start),
                words.word("headline", Headline.UNKNOWN),
                updates.get(0).status(),
                Impact.DEGRADED,
                List.of(),
                Announcements.Source.AUTOMATIC,
                start,
                end,
                updates);
    }
}
