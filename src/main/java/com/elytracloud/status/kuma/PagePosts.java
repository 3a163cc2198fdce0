package com.elytracloud.status.kuma;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;

/** The pinned incidents and the running maintenances of a status page; ids begin with 1. */
final class PagePosts {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private PagePosts() {}

    record Pinned(long id, String title, String content, String style, String createdDate, String lastUpdatedDate) {
        boolean isPost() {
            return id > 0 && !titleOf(title).isEmpty();
        }

        // Kuma reports severity only by colour, and many posts are yellow: only red changes what is shown.
        Incident incident(Instant now) {
            Instant created = time(createdDate, ZoneOffset.UTC)
                    .filter(at -> !at.isAfter(now))
                    .orElse(now);
            Instant changed = time(lastUpdatedDate, ZoneOffset.UTC)
                    .filter(at -> at.isAfter(created) && !at.isAfter(now))
                    .orElse(created);
            return new Incident(
                    "kuma-" + id,
                    titleOf(title),
                    style.equals("danger") ? Impact.DEGRADED : Impact.NONE,
                    List.of(),
                    Announcements.Source.UPTIME_KUMA,
                    created,
                    List.of(new Update<>(changed, Incident.Status.INVESTIGATING, message(content, title))));
        }
    }

    /** A maintenance, with the occurrences of a repeated one. */
    record Planned(
            long id,
            String title,
            String description,
            String status,
            String timezone,
            String timezoneOffset,
            List<String> dateRange,
            List<Slot> timeslotList) {
        // The page may be minutes old: an occurrence that it still shows may be over.
        boolean isRunningAt(Instant now) {
            return id > 0
                    && !titleOf(title).isEmpty()
                    && status.equals("under-maintenance")
                    && (timeslotList.isEmpty() || slotAt(now).isPresent());
        }

        // A time that is missing or cannot be read does not contradict Kuma, which says that it is under way.
        private Optional<Slot> slotAt(Instant now) {
            return timeslotList.stream()
                    .filter(each -> !time(each.startDate, zone()).orElse(now).isAfter(now))
                    .filter(each ->
                            time(each.endDate, zone()).orElse(Instant.MAX).isAfter(now))
                    .findFirst();
        }

        // One that is run by hand has the time it was made as its start, and no end.
        Maintenance maintenance(Instant now) {
            Optional<Slot> slot = slotAt(now);
            Instant start = slot.flatMap(each -> time(each.startDate, zone()))
                    .or(() -> dateRange.stream().findFirst().flatMap(first -> time(first, zone())))
                    .filter(at -> !at.isAfter(now))
                    .orElse(now);
            return new Maintenance(
                    "kuma-maintenance-%d-%s".formatted(id, START.format(start)),
                    titleOf(title),
                    List.of(),
                    Announcements.Source.UPTIME_KUMA,
                    start,
                    slot.flatMap(each -> time(each.endDate, zone())).orElse(Instant.MAX),
                    List.of(new Update<>(start, Maintenance.Status.IN_PROGRESS, message(description, title))));
        }

        // The zone first: the offset is that of now, not that of a start before the clocks changed.
        private ZoneId zone() {
            for (String each : List.of(timezone, timezoneOffset)) {
                try {
                    return ZoneId.of(each);
                } catch (DateTimeException e) {
                    // Perhaps the other is known here.
                }
            }
            return ZoneOffset.UTC; // a start of now would be another maintenance in each run
        }
    }

    record Slot(String startDate, String endDate) {}

    private static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return text.contains("T") ? Optional.of(Instant.parse(text)) : KumaValues.time(text, zone);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static String titleOf(String text) {
        return cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), Announcements.MAX_TITLE);
    }

    private static String message(String markdown, String title) {
        String plain = plain(markdown);
        return plain.isEmpty() ? titleOf(title) : plain;
    }

    /** A text without its Markdown: readers of a feed or of an API see the characters as they are. */
    static String plain(String markdown) {
        String text = markdown.replace("\r\n", "\n")
                .replaceAll("<[^>\n]{1,200}>", "")
                .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^\\s{0,3}(?:#{1,6}\\s+|>\\s?|```.*$|(?:[-*_]\\s*){3,}$)", "")
                .replaceAll("(?m)^(\\s*)[*+]\\s+", "$1- ")
                .replaceAll("(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1", "$2")
                .replaceAll("(?<![\\p{L}\\p{N}])([*_`])(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}])", "$2")
                .replaceAll("\\\\([\\\\`*_{}\\[\\]()#+.!~>-])", "$1")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("\n{3,}", "\n\n");
        return cut(text.strip(), Announcements.MAX_MESSAGE);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }
}
