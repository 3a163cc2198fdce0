package com.elytracloud.status.kuma;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.domain.MaintenanceUpdate;

/** The maintenances of a status page; Kuma shows those that run. */
final class PageMaintenances {
    private static final DateTimeFormatter MINUTES = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm[:ss]");
    private static final DateTimeFormatter ID =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private PageMaintenances() {}

    /** @param list null for none; what cannot be used is left out */
    static List<Maintenance> of(JsonNode list, Instant now) {
        List<Maintenance> found = new ArrayList<>();
        if (list != null && list.isArray()) {
            list.forEach(each -> running(each, now)
                    .filter(one -> found.stream().noneMatch(other -> other.id().equals(one.id())))
                    .ifPresent(found::add));
        }
        return found;
    }

    private static Optional<Maintenance> running(JsonNode post, Instant now) {
        String title = PlainPost.title(post.path("title").asText());
        boolean isRunning = post.path("status").asText().equals("under-maintenance");
        if (!isRunning || !post.path("id").isIntegralNumber() || title.isEmpty()) {
            return Optional.empty();
        }
        ZoneOffset zone = zone(post.path("timezoneOffset").asText());
        Slot slot = current(post.path("timeslotList"), zone, now)
                .orElseGet(() -> new Slot(begin(post, zone, now), Instant.MAX));
        String message = PlainPost.message(post.path("description").asText());
        String id = "kuma-maintenance-%d-%s".formatted(post.path("id").asLong(), ID.format(slot.start));
        return Optional.of(new Maintenance(
                id,
                title,
                List.of(),
                AnnouncementSource.UPTIME_KUMA,
                slot.start,
                slot.end,
                List.of(new MaintenanceUpdate(
                        slot.start, MaintenanceStatus.IN_PROGRESS, message.isEmpty() ? title : message))));
    }

    // The occurrence of a repeated maintenance that runs now.
    private static Optional<Slot> current(JsonNode slots, ZoneOffset zone, Instant now) {
        for (JsonNode each : slots) {
            Optional<Instant> start = time(each.path("startDate"), zone);
            Optional<Instant> end = time(each.path("endDate"), zone);
            if (start.isPresent()
                    && end.isPresent()
                    && !start.get().isAfter(now)
                    && end.get().isAfter(now)) {
                return Optional.of(new Slot(start.get(), end.get()));
            }
        }
        return Optional.empty();
    }

    // One that is run by hand has the time it was made as its start, and no end.
    private static Instant begin(JsonNode post, ZoneOffset zone, Instant now) {
        return time(post.path("dateRange").path(0), zone)
                .filter(start -> !start.isAfter(now))
                .orElse(now);
    }

    private static Optional<Instant> time(JsonNode node, ZoneOffset zone) {
        String text = node.asText();
        try {
            return Optional.of(
                    text.contains("T")
                            ? Instant.parse(text)
                            : LocalDateTime.parse(text, MINUTES).toInstant(zone));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static ZoneOffset zone(String offset) {
        try {
            return ZoneOffset.of(offset);
        } catch (DateTimeException e) {
            return ZoneOffset.UTC;
        }
    }

    private record Slot(Instant start, Instant end) {}
}
