package com.elytracloud.status.site;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;

/** The objects of Statuspage's API v2: every key that its clients read, including those that never have a value here. */
record StatuspageJson(SiteIdentity site, StatusDocument status) {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);

    /** What Statuspage calls a component of this status, and a page with this headline. */
    record Words(String component, String indicator, String description) {
        // There is no word for unknown; it is never published as operational.
        static Words of(Enum<?> status) {
            return switch (StatusStyle.of(status)) {
                case OPERATIONAL -> new Words("operational", "none", "All Systems Operational");
                case MAINTENANCE -> new Words("under_maintenance", "maintenance", "Service Under Maintenance");
                case DEGRADED, UNKNOWN -> new Words("degraded_performance", "minor", "Partially Degraded Service");
                case PARTIAL_OUTAGE -> new Words("partial_outage", "major", "Partial System Outage");
                case OUTAGE -> new Words("major_outage", "critical", "Major System Outage");
            };
        }
    }

    /** Each group before its members; without components the platform is the only one. */
    List<ObjectNode> components() {
        List<ObjectNode> all = new ArrayList<>();
        if (status.components().isEmpty()) {
            all.add(component(1, "platform", site.language().text("platformName"), status.headline(), null));
        }
        // A component without a group is a group of its own here.
        Map<Object, List<ComponentEntry>> groups = new LinkedHashMap<>();
        for (ComponentEntry each : status.components()) {
            groups.computeIfAbsent(each.group() == null ? each : each.group(), any -> new ArrayList<>())
                    .add(each);
        }
        groups.forEach((key, members) -> {
            String group = key instanceof String name ? Digests.shortId(site.id() + "/group/" + name) : null;
            if (group != null) {
                ComponentEntry worst = Collections.max(members, Comparator.comparing(ComponentEntry::status));
                all.add(component(all.size() + 1, group, key.toString(), worst.status(), null)
                        .put("group", true)
                        .putPOJO(
                                "components",
                                members.stream().map(ComponentEntry::id).toList()));
            }
            members.forEach(each -> all.add(component(all.size() + 1, each.id(), each.name(), each.status(), group)));
        });
        return all;
    }

    private ObjectNode component(int position, String id, String name, Enum<?> shown, String group) {
        return node(id).put("name", PlainText.of(name))
                .put("status", Words.of(shown).component)
                // Clients need an instant at which a component was created; it is not published.
                .put("created_at", "2020-01-01T00:00:00.000Z")
                .put("updated_at", millis(status.updatedAt()))
                .put("position", position)
                .putNull("description")
                .put("showcase", false)
                .putNull("start_date")
                .put("group_id", group)
                .put("page_id", site.id())
                .put("group", false)
                .put("only_show_if_degraded", false);
    }

    /** An incident or a maintenance. */
    ObjectNode announced(Announced entry) {
        List<Post> posts = Post.of(entry);
        boolean isIncident = entry instanceof IncidentEntry;
        Instant updated = posts.isEmpty() ? entry.start() : posts.get(0).at();
        Instant created = isIncident || posts.isEmpty()
                ? entry.start()
                : posts.get(posts.size() - 1).at();
        Stream<Post> monitored = posts.stream().filter(each -> each.status() == IncidentStatus.MONITORING);
        ObjectNode json = node(entry.id())
                .put("name", PlainText.of(entry.title()))
                .put("status", word(entry.status()))
                .put("created_at", millis(created))
                .put("updated_at", millis(updated))
                .put("monitoring_at", millis(monitored.findFirst().map(Post::at).orElse(null)))
                .put("resolved_at", entry.isCurrent() ? null : millis(isIncident ? entry.end() : updated))
                .put("impact", impact(entry))
                .put("shortlink", site.address() == null ? null : site.link(path(entry)))
                .put("started_at", millis(entry.start()))
                .put("page_id", site.id());
        if (!isIncident) {
            // Clients need the end of a maintenance; if it is not known, a duration of zero makes no promise.
            json.put("scheduled_for", millis(entry.start()))
                    .put("scheduled_until", millis(entry.end() == null ? entry.start() : entry.end()));
        }
        json.putArray("incident_updates").addAll(updates(entry.id(), posts));
        json.putArray("components").addAll(affected(entry.components()));
        return json.putNull("reminder_intervals");
    }

    private List<ObjectNode> affected(List<String> ids) {
        return components().stream()
                .filter(each -> ids.contains(each.path("id").textValue()))
                .toList();
    }

    private static List<ObjectNode> updates(String parent, List<Post> posts) {
        return posts.stream()
                .map(post -> node(post.id())
                        .put("status", word(post.status()))
                        .put("body", PlainText.of(post.message()))
                        .put("incident_id", parent)
                        .put("created_at", millis(post.at()))
                        .put("updated_at", millis(post.at()))
                        .put("display_at", millis(post.at()))
                        .putPOJO("affected_components", List.of())
                        .put("deliver_notifications", true)
                        .putNull("custom_tweet")
                        .putNull("tweet_id"))
                .toList();
    }

    // Critical: all of the platform. It depends on the incident alone, so that it stays when the platform recovers.
    private String impact(Announced entry) {
        if (!(entry instanceof IncidentEntry incident)) {
            return "maintenance";
        }
        List<String> ids = status.components().stream().map(ComponentEntry::id).toList();
        boolean isAll = incident.components().isEmpty()
                || new HashSet<>(incident.components()).containsAll(ids.isEmpty() ? List.of("platform") : ids);
        return switch (incident.impact()) {
            case NONE -> "none";
            case DEGRADED -> "minor";
            case OUTAGE -> isAll ? "critical" : "major";
        };
    }

    private String path(Announced entry) {
        if (!(entry instanceof IncidentEntry)) {
            return "index.html#" + entry.id();
        }
        return status.incidents().contains(entry) ? PageModel.path(entry.id()) : "index.html";
    }

    // Statuspage deletes what is cancelled; here it stays readable.
    static String word(Enum<?> word) {
        return (word == MaintenanceStatus.CANCELLED ? MaintenanceStatus.COMPLETED : word)
                .name()
                .toLowerCase(Locale.ROOT);
    }

    private static ObjectNode node(String id) {
        return JsonNodeFactory.instance.objectNode().put("id", id);
    }

    static String millis(Instant at) {
        return at == null ? null : MILLIS.format(at);
    }
}
