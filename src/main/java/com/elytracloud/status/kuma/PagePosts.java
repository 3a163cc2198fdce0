package com.elytracloud.status.kuma;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.elytracloud.status.domain.AnnouncedText;
import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.IncidentUpdate;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.domain.MaintenanceUpdate;

/** The pinned incidents and the running maintenances of a status page. */
final class PagePosts {
    private static final DateTimeFormatter START =
            DateTimeFormatter.ofPattern("yyyyMMdd-HHmm").withZone(ZoneOffset.UTC);

    private PagePosts() {}

    /** Those that have an id and a title. */
    static List<Incident> incidents(List<Pinned> posts, Instant now) {
        Map<String, Incident> found = new LinkedHashMap<>();
        for (Pinned post : posts) {
            if (post.id != null && !titleOf(post.title).isEmpty()) {
                Incident incident = post.incident(now);
                found.putIfAbsent(incident.id(), incident);
            }
        }
        return List.copyOf(found.values());
    }

    /** Those that run now, and have an id and a title. */
    static List<Maintenance> maintenances(List<Planned> posts, Instant now) {
        Map<String, Maintenance> found = new LinkedHashMap<>();
        for (Planned post : posts) {
            if (post.isRunningAt(now) && post.id != null && !titleOf(post.title).isEmpty()) {
                Maintenance maintenance = post.maintenance(now);
                found.putIfAbsent(maintenance.id(), maintenance);
            }
        }
        return List.copyOf(found.values());
    }

    record Pinned(Long id, String title, String content, String style, String createdDate, String lastUpdatedDate) {
        // Kuma reports severity only by colour, and many posts are yellow: only red changes what is shown.
        private Incident incident(Instant now) {
            Instant created = KumaValues.time(createdDate, ZoneOffset.UTC)
                    .filter(at -> !at.isAfter(now))
                    .orElse(now);
            Instant changed = KumaValues.time(lastUpdatedDate, ZoneOffset.UTC)
                    .filter(at -> at.isAfter(created) && !at.isAfter(now))
                    .orElse(created);
            return new Incident(
                    "kuma-" + id,
                    titleOf(title),
                    "danger".equals(style) ? Impact.DEGRADED : Impact.NONE,
                    List.of(),
                    AnnouncementSource.UPTIME_KUMA,
                    created,
                    List.of(new IncidentUpdate(changed, IncidentStatus.INVESTIGATING, message(content, title))));
        }
    }

    /** A maintenance, with the occurrences of a repeated one. */
    record Planned(
            Long id,
            String title,
            String description,
            String status,
            String timezone,
            String timezoneOffset,
            List<String> dateRange,
            List<Slot> timeslotList) {
        Planned {
            dateRange = Objects.requireNonNullElse(dateRange, List.of());
            timeslotList = Objects.requireNonNullElse(timeslotList, List.<Slot>of()).stream()
                    .filter(Objects::nonNull)
                    .toList();
        }

        // The page may be minutes old: an occurrence that it still shows may be over.
        private boolean isRunningAt(Instant now) {
            return "under-maintenance".equals(status)
                    && (timeslotList.isEmpty() || slotAt(now).isPresent());
        }

        // A time that is missing or cannot be read does not contradict Kuma, which says that it is under way.
        private Optional<Slot> slotAt(Instant now) {
            return timeslotList.stream()
                    .filter(each ->
                            time(each.startDate).filter(at -> at.isAfter(now)).isEmpty())
                    .filter(each ->
                            time(each.endDate).filter(at -> !at.isAfter(now)).isEmpty())
                    .findFirst();
        }

        // One that is run by hand has the time it was made as its start, and no end.
        private Maintenance maintenance(Instant now) {
            Optional<Slot> slot = slotAt(now);
            Instant start = slot.flatMap(each -> time(each.startDate))
                    .or(() -> dateRange.stream()
                            .filter(Objects::nonNull)
                            .findFirst()
                            .flatMap(this::time))
                    .filter(at -> !at.isAfter(now))
                    .orElse(now);
            return new Maintenance(
                    "kuma-maintenance-%d-%s".formatted(id, START.format(start)),
                    titleOf(title),
                    List.of(),
                    AnnouncementSource.UPTIME_KUMA,
                    start,
                    slot.flatMap(each -> time(each.endDate)).orElse(Instant.MAX),
                    List.of(new MaintenanceUpdate(start, MaintenanceStatus.IN_PROGRESS, message(description, title))));
        }

        private Optional<Instant> time(String text) {
            try {
                return text != null && text.contains("T")
                        ? Optional.of(Instant.parse(text))
                        : KumaValues.time(text, zone());
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }

        // The offset is that of now, not that of a start before the clocks changed.
        private ZoneId zone() {
            return Stream.of(timezone, timezoneOffset)
                    .filter(Objects::nonNull)
                    .map(Planned::zone)
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(ZoneOffset.UTC); // a start of now would be another maintenance in each run
        }

        private static Optional<ZoneId> zone(String id) {
            try {
                return Optional.of(ZoneId.of(id));
            } catch (DateTimeException e) {
                return Optional.empty();
            }
        }
    }

    record Slot(String startDate, String endDate) {}

    private static String titleOf(String text) {
        return text == null ? "" : cut(text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip(), AnnouncedText.MAX_TITLE);
    }

    private static String message(String markdown, String title) {
        String plain = markdown == null ? "" : plain(markdown);
        return plain.isEmpty() ? titleOf(title) : plain;
    }

    /** A text without its Markdown: readers of a feed or of an API see the characters as they are. */
    static String plain(String markdown) {
        String text = markdown.replace("\r\n", "\n")
                .replaceAll("<[^>\n]{1,200}>", "")
                .replaceAll("!?\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("(?m)^\\s{0,3}#{1,6}\\s+", "")
                .replaceAll("(?m)^\\s{0,3}>\\s?", "")
                .replaceAll("(?m)^\\s{0,3}```.*$", "")
                .replaceAll("(?m)^\\s{0,3}(?:[-*_]\\s*){3,}$", "")
                .replaceAll("(?m)^(\\s*)[*+]\\s+", "$1- ")
                .replaceAll("(\\*\\*|__|~~)(?=\\S)(.+?)(?<=\\S)\\1", "$2")
                .replaceAll("(?<![\\p{L}\\p{N}])([*_`])(?=\\S)(.+?)(?<=\\S)\\1(?![\\p{L}\\p{N}])", "$2")
                .replaceAll("\\\\([\\\\`*_{}\\[\\]()#+.!~>-])", "$1")
                .replaceAll("[\\p{Cntrl}&&[^\n\t]]", "")
                .replaceAll("\n{3,}", "\n\n");
        return cut(text.strip(), AnnouncedText.MAX_MESSAGE);
    }

    private static String cut(String text, int most) {
        return text.length() <= most ? text : text.substring(0, most - 1).stripTrailing() + "…";
    }
}
