package com.elytracloud.status.kuma;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.IncidentUpdate;

/** The pinned incidents of a status page. */
final class PageIncidents {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss[.SSS]");

    private PageIncidents() {}

    /** @param incidents one, several, or null for none; what cannot be used is left out */
    static List<Incident> of(JsonNode incidents, Instant now) {
        List<Incident> found = new ArrayList<>();
        if (incidents != null && incidents.isObject()) {
            of(incidents, now, found);
        } else if (incidents != null && incidents.isArray()) {
            incidents.forEach(each -> of(each, now, found));
        }
        return found;
    }

    private static void of(JsonNode post, Instant now, List<Incident> found) {
        String title = PlainPost.title(post.path("title").asText());
        if (!post.path("id").isIntegralNumber() || title.isEmpty()) {
            return;
        }
        Instant created =
                time(post.path("createdDate")).filter(at -> !at.isAfter(now)).orElse(now);
        Instant changed = time(post.path("lastUpdatedDate"))
                .filter(at -> at.isAfter(created) && !at.isAfter(now))
                .orElse(created);
        String message = PlainPost.message(post.path("content").asText());
        String id = "kuma-" + post.path("id").asLong();
        if (found.stream().noneMatch(each -> each.id().equals(id))) {
            found.add(new Incident(
                    id,
                    title,
                    impact(post.path("style").asText()),
                    List.of(),
                    AnnouncementSource.UPTIME_KUMA,
                    created,
                    List.of(new IncidentUpdate(
                            changed, IncidentStatus.INVESTIGATING, message.isEmpty() ? title : message))));
        }
    }

    // Kuma reports severity only by colour, and many posts are yellow: only red changes what is shown.
    private static Impact impact(String style) {
        return switch (style) {
            case "danger" -> Impact.DEGRADED;
            default -> Impact.NONE;
        };
    }

    private static Optional<Instant> time(JsonNode text) {
        try {
            return Optional.of(LocalDateTime.parse(text.asText(), TIME).toInstant(ZoneOffset.UTC));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
