package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.domain.MaintenanceStatus;

/** {@code calendar.ics}: the maintenances of {@code status.json} as events of RFC 5545. */
final class CalendarFile {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line without its end. */
    private static final int LINE = 75;

    private final StringBuilder out = new StringBuilder();
    private final SiteIdentity site;
    private final FeedTexts texts;
    private final StatusDocument status;

    private CalendarFile(SiteIdentity site, FeedTexts texts, StatusDocument status) {
        this.site = site;
        this.texts = texts;
        this.status = status;
    }

    static byte[] of(SiteIdentity site, FeedTexts texts, StatusDocument status) {
        return new CalendarFile(site, texts, status).write().getBytes(StandardCharsets.UTF_8);
    }

    private String write() {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Elytra Status//calendar.ics//EN");
        line("CALSCALE:GREGORIAN");
        text("NAME", site.title());
        text("X-WR-CALNAME", site.title());
        line("REFRESH-INTERVAL;VALUE=DURATION:PT1H");
        line("X-PUBLISHED-TTL:PT1H");
        status.maintenances().forEach(this::event);
        if (status.maintenances().isEmpty()) {
            universalTime();
        }
        line("END:VCALENDAR");
        return out.toString();
    }

    private void event(MaintenanceEntry maintenance) {
        List<Post> posts = Post.of(maintenance);
        Instant revised = posts.isEmpty() ? status.updatedAt() : posts.get(0).at();
        line("BEGIN:VEVENT");
        line("UID:" + maintenance.id() + "@" + site.id());
        line("DTSTAMP:" + TIME.format(revised));
        line("SEQUENCE:" + maintenance.updates().size());
        line("DTSTART:" + TIME.format(maintenance.startsAt()));
        if (maintenance.endsAt() != null && maintenance.endsAt().isAfter(maintenance.startsAt())) {
            line("DTEND:" + TIME.format(maintenance.endsAt()));
        }
        text("SUMMARY", maintenance.title());
        text("DESCRIPTION", description(maintenance, posts));
        line("STATUS:" + (maintenance.status() == MaintenanceStatus.CANCELLED ? "CANCELLED" : "CONFIRMED"));
        line("TRANSP:TRANSPARENT");
        if (site.address() != null) {
            line("URL:" + site.link("index.html#" + maintenance.id()));
        }
        line("END:VEVENT");
    }

    private String description(MaintenanceEntry maintenance, List<Post> posts) {
        String progress = texts.progress(maintenance.status());
        String message = posts.stream()
                .map(Post::message)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(each -> progress + ": " + each)
                .orElse(progress);
        String names = status.components().stream()
                .filter(each -> maintenance.components().contains(each.id()))
                .map(ComponentEntry::name)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? message : message + "\n" + texts.affects(names);
    }

    // RFC 5545, 3.6: a calendar has at least one component.
    private void universalTime() {
        line("BEGIN:VTIMEZONE");
        line("TZID:UTC");
        line("BEGIN:STANDARD");
        line("DTSTART:19700101T000000");
        line("TZOFFSETFROM:+0000");
        line("TZOFFSETTO:+0000");
        line("END:STANDARD");
        line("END:VTIMEZONE");
    }

    private void text(String name, String text) {
        line(name + ":"
                + PlainText.of(text)
                        .replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    // Folded between characters: some readers decode each line by itself.
    private void line(String content) {
        int octets = 0;
        for (int i = 0; i < content.length(); i = content.offsetByCodePoints(i, 1)) {
            String character = Character.toString(content.codePointAt(i));
            int length = character.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > LINE) {
                out.append("\r\n ");
                octets = 1;
            }
            out.append(character);
            octets += length;
        }
        out.append("\r\n");
    }
}
