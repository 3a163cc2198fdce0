package com.elytracloud.status.site;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.site.StatuspageJson.Component;
import com.elytracloud.status.site.StatuspageJson.Impact;
import com.elytracloud.status.site.StatuspageJson.Incident;
import com.elytracloud.status.site.StatuspageJson.Update;

/** Incidents and maintenances in the form of Statuspage. */
record StatuspageIncidents(SiteIdentity site, StatuspageComponents components) {
    Incident of(IncidentEntry incident) {
        return incident(
                incident.id(),
                incident.title(),
                incident.status().name().toLowerCase(Locale.ROOT),
                incident.startedAt(),
                incident.resolvedAt(),
                impact(incident),
                shortlink("incidents/" + incident.id() + ".html"),
                Post.of(incident),
                incident.components());
    }

    /**
     * An incident that only these files have, because Statuspage has no word for unknown.
     *
     * @param end when there was evidence again; null while there is none
     */
    Incident unknown(FeedTexts texts, Instant start, Instant end) {
        String id = Digests.shortId(site.id() + "/unknown/" + start);
        Post began = new Post(id + "-start", start, "investigating", texts.noEvidence());
        List<Post> posts = end == null
                ? List.of(began)
                : List.of(new Post(id + "-end", end, "resolved", texts.evidenceAgain()), began);
        String status = posts.get(0).status();
        String link = shortlink("index.html");
        return incident(id, texts.unknownState(), status, start, end, Impact.MINOR, link, posts, List.of());
    }

    Incident of(MaintenanceEntry maintenance) {
        List<Post> posts = Post.of(maintenance);
        Instant start = maintenance.startsAt();
        Instant updated = posts.isEmpty() ? start : posts.get(0).at();
        boolean isOver = maintenance.status() == MaintenanceStatus.COMPLETED
                || maintenance.status() == MaintenanceStatus.CANCELLED;
        return new Incident(
                maintenance.id(),
                PlainText.of(maintenance.title()),
                word(maintenance.status().name().toLowerCase(Locale.ROOT)),
                posts.isEmpty() ? start : posts.get(posts.size() - 1).at(),
                updated,
                null,
                isOver ? updated : null,
                Impact.MAINTENANCE,
                shortlink("index.html#" + maintenance.id()),
                start,
                site.id(),
                start,
                // Clients need an end; if it is not known, a duration of zero makes no promise.
                maintenance.endsAt() == null ? start : maintenance.endsAt(),
                updates(maintenance.id(), posts),
                components.named(maintenance.components()),
                null);
    }

    private Incident incident(
            String id,
            String name,
            String status,
            Instant start,
            Instant end,
            Impact impact,
            String link,
            List<Post> posts,
            List<String> affected) {
        Instant monitoring = posts.stream()
                .filter(each -> each.status().equals("monitoring"))
                .map(Post::at)
                .findFirst()
                .orElse(null);
        return new Incident(
                id,
                PlainText.of(name),
                status,
                start,
                posts.get(0).at(),
                monitoring,
                end,
                impact,
                link,
                start,
                site.id(),
                null,
                null,
                updates(id, posts),
                components.named(affected),
                null);
    }

    // Critical: all of the platform. It depends on the incident alone, so that it stays when the platform recovers.
    private Impact impact(IncidentEntry incident) {
        return switch (incident.impact()) {
            case NONE -> Impact.NONE;
            case DEGRADED -> Impact.MINOR;
            case OUTAGE -> affectsAll(incident) ? Impact.CRITICAL : Impact.MAJOR;
        };
    }

    private boolean affectsAll(IncidentEntry incident) {
        List<String> parts = components.all().stream()
                .filter(each -> !each.group())
                .map(Component::id)
                .toList();
        return incident.components().isEmpty() || new HashSet<>(incident.components()).containsAll(parts);
    }

    private List<Update> updates(String parent, List<Post> posts) {
        return posts.stream()
                .map(each -> new Update(
                        each.id(),
                        word(each.status()),
                        PlainText.of(each.message()),
                        parent,
                        each.at(),
                        each.at(),
                        each.at(),
                        List.of(),
                        true,
                        null,
                        null))
                .toList();
    }

    // Statuspage deletes what is cancelled; here it stays readable.
    private static String word(String status) {
        return status.equals("cancelled") ? "completed" : status;
    }

    private String shortlink(String path) {
        return site.address() == null ? null : site.link(path);
    }
}
