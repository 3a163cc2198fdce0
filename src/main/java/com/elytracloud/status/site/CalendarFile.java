package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Map;

import io.quarkus.qute.RawString;

import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.StatusDocument;

/** {@code calendar.ics}: the maintenances of {@code status.json} as events of RFC 5545. */
public record CalendarFile(SiteIdentity site, StatusDocument status) {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    /** Octets of a line without its end. */
    private static final int LINE = 75;

    static byte[] of(SiteIdentity site, StatusDocument status) {
        byte[] lines =
                Templates.render("calendar.ics", site.language(), Map.of("calendar", new CalendarFile(site, status)));
        StringBuilder folded = new StringBuilder();
        new String(lines, StandardCharsets.UTF_8).lines().forEach(line -> fold(line, folded));
        return folded.toString().getBytes(StandardCharsets.UTF_8);
    }

    public String time(Instant at) {
        return TIME.format(at);
    }

    /** When it was last changed. */
    public Instant revised(MaintenanceEntry maintenance) {
        return Post.of(maintenance).stream().map(Post::at).findFirst().orElse(status.updatedAt());
    }

    public boolean isEndKnown(MaintenanceEntry maintenance) {
        return maintenance.end() != null && maintenance.end().isAfter(maintenance.start());
    }

    /** Its progress, the last thing that was written about it, and what is affected. */
    public String description(MaintenanceEntry maintenance) {
        String message = Post.of(maintenance).stream()
                .map(Post::message)
                .filter(each -> !each.isEmpty())
                .findFirst()
                .map(each -> ": " + each)
                .orElse("");
        String names = new HeadlineText(status, site.language()).names(maintenance);
        return site.language().word("progress", maintenance.status()) + message + (names.isEmpty() ? "" : "\n" + names);
    }

    public RawString url(MaintenanceEntry maintenance) {
        return new RawString(site.link("index.html#" + maintenance.id()));
    }

    /** A value of the type TEXT. */
    public RawString text(String text) {
        return new RawString(PlainText.of(text).replaceAll("[\\\\;,]", "\\\\$0").replace("\n", "\\n"));
    }

    // Folded between characters: some readers decode each line by itself.
    private static void fold(String line, StringBuilder out) {
        int octets = 0;
        for (int i = 0; i < line.length(); i = line.offsetByCodePoints(i, 1)) {
            String character = Character.toString(line.codePointAt(i));
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
