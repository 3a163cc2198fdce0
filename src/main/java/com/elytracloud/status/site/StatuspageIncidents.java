package com.elytracloud.status.site;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.site.StatuspageJson.Component;
import com.elytracloud.status.site.StatuspageJson.Impact;
import com.elytracloud.status.site.StatuspageJson.Incident;
import com.elytracloud.status.site.StatuspageJson.Update;

/** Incidents and maintenances in the form of Statuspage. */
record StatuspageIncidents(SiteIdentity site, StatuspageComponents components) {
    /** @param path of the page about it */
    Incident of(IncidentEntry incident, String path) {
        List<Post> posts = Post.of(incident);
        return incident(incident, incident.startedAt(), incident.resolvedAt(), impact(incident), path, posts, null);
    }

    Incident of(MaintenanceEntry maintenance) {
        List<Post> posts = Post.of(maintenance);
        Instant start = maintenance.startsAt();
        Instant created = posts.isEmpty() ? start : posts.get(posts.size() - 1).at();
        Instant ended = maintenance.isCurrent()
                ? null
                : posts.isEmpty() ? start : posts.get(0).at();
        String path = "index.html#" + maintenance.id();
        return incident(maintenance, created, ended, Impact.MAINTENANCE, path, posts, start);
    }

    private Incident incident(
            Announced entry,
            Instant created,
            Instant resolved,
            Impact impact,
            String path,
            List<Post> posts,
            Instant scheduledOrNull) {
        // Clients need the end of a maintenance; if it is not known, a duration of zero makes no promise.
        Instant until = scheduledOrNull == null || entry.end() == null ? scheduledOrNull : entry.end();
        return new Incident(
                entry.id(),
                PlainText.of(entry.title()),
                word(entry.status()),
                created,
                posts.isEmpty() ? entry.start() : posts.get(0).at(),
                posts.stream()
                        .filter(each -> each.status() == IncidentStatus.MONITORING)
                        .map(Post::at)
                        .findFirst()
                        .orElse(null),
                resolved,
                impact,
                site.address() == null ? null : site.link(path),
                entry.start(),
                site.id(),
                scheduledOrNull,
                until,
                posts.stream().map(each -> update(entry.id(), each)).toList(),
                components.named(entry.components()),
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

    private static Update update(String parent, Post post) {
        String word = word(post.status());
        String body = PlainText.of(post.message());
        return new Update(post.id(), word, body, parent, post.at(), post.at(), post.at(), List.of(), true, null, null);
    }

    // Statuspage deletes what is cancelled; here it stays readable.
    private static String word(Enum<?> status) {
        return (status == MaintenanceStatus.CANCELLED ? MaintenanceStatus.COMPLETED : status)
                .name()
                .toLowerCase(Locale.ROOT);
    }
}
