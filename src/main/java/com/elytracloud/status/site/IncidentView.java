package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.site.PageModel.Moment;

/**
 * An incident or a maintenance as the page shows it.
 *
 * @param path of its own page, relative to the folder of the site; null for a maintenance
 * @param state its progress, in one word
 * @param components names of the affected components; may be empty
 * @param source who posted it, if it was not the team; may be empty
 * @param start when it started, or starts
 * @param end of a maintenance as announced, or of an incident; null while it is open or not known
 * @param duration how long it took; null while it is open or not over
 */
public record IncidentView(
        String id,
        String path,
        StatusStyle style,
        String title,
        String state,
        String components,
        String source,
        Moment start,
        Moment end,
        String duration,
        List<Update> updates) {
    /** One post about it. */
    public record Update(Moment at, String state, String message) {}

    static IncidentView of(IncidentEntry entry, PageModel page) {
        Messages words = page.words();
        Instant end = entry.resolvedAt();
        return new IncidentView(
                entry.id(),
                path(entry),
                StatusStyle.of(entry.impact()),
                entry.title(),
                state(entry.status(), words),
                page.names(entry.components()),
                source(entry.source(), words),
                page.time(entry.startedAt()),
                end == null ? null : page.time(end),
                end == null ? null : words.duration(Duration.between(entry.startedAt(), end)),
                entry.updates().stream()
                        .map(each -> new Update(page.time(each.at()), state(each.status(), words), each.message()))
                        .toList());
    }

    static IncidentView of(MaintenanceEntry entry, PageModel page) {
        Messages words = page.words();
        Instant end = entry.endsAt();
        boolean isOver = end != null && entry.status() == MaintenanceStatus.COMPLETED;
        return new IncidentView(
                entry.id(),
                null,
                StatusStyle.MAINTENANCE,
                entry.title(),
                state(entry.status(), words),
                page.names(entry.components()),
                "",
                page.time(entry.startsAt()),
                end == null ? null : page.time(end),
                isOver ? words.duration(Duration.between(entry.startsAt(), end)) : null,
                entry.updates().stream()
                        .map(each -> new Update(page.time(each.at()), state(each.status(), words), each.message()))
                        .toList());
    }

    static String path(IncidentEntry entry) {
        return "incidents/" + entry.id() + ".html";
    }

    private static String source(AnnouncementSource source, Messages words) {
        return source == AnnouncementSource.AUTOMATIC ? words.text("sourceAutomatic") : "";
    }

    static String state(IncidentStatus status, Messages words) {
        return switch (status) {
            case INVESTIGATING -> words.text("investigating");
            case IDENTIFIED -> words.text("identified");
            case MONITORING -> words.text("monitoring");
            case RESOLVED -> words.text("resolved");
        };
    }

    static String state(MaintenanceStatus status, Messages words) {
        return switch (status) {
            case SCHEDULED -> words.text("scheduled");
            case IN_PROGRESS -> words.text("inProgress");
            case COMPLETED -> words.text("completed");
            case CANCELLED -> words.text("cancelled");
        };
    }
}
