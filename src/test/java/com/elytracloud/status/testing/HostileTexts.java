package com.elytracloud.status.testing;

import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.Maintenance;

/** Hostile input for every field that an operator can write. */
public final class HostileTexts {
    /** Ends a script, a comment, an attribute and a CDATA section, then tries to run something. */
    public static final String MARKUP =
            "</script></style>-->]]><img src=x onerror=\"window.hacked=1\">'\"`{title}{{title}}${1}&lt;&#39;";
    /** What neither XML nor HTML may contain: control characters, noncharacters, half a surrogate pair. */
    public static final String NO_TEXT = "a\u0000b\u0008c\u001Bd\u0085e\uFFFEf\uFFFFg\uD83Dh\uDCA5i\uFDD0j";
    /** Reverses the direction of what follows, with letters that are read from the right. */
    public static final String RIGHT_TO_LEFT = "\u202Eمرحبا\u2066 שלום";
    /** Without a place to break it. */
    public static final String LONG = "W".repeat(200);
    /** Beyond the basic plane, joined, and flags. */
    public static final String EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈🇺🇦💥";

    private HostileTexts() {}

    /** The document with {@link #MARKUP} and others in each of its texts. */
    public static StatusDocument in(StatusDocument document) {
        return in(document, MARKUP);
    }

    /** The document with such a text in each of its texts. */
    public static StatusDocument in(StatusDocument document, String text) {
        Instant at = document.updatedAt();
        Backups backups = document.backups();
        return new StatusDocument(
                document.schemaVersion(),
                at,
                document.staleAfter(),
                document.platformStatus(),
                StatusSource.OPERATOR,
                document.measuredStatus(),
                document.headline(),
                new OverrideEntry(document.platformStatus(), text, at, at.plusSeconds(3600)),
                document.uptime(),
                new Backups(
                        text + LONG,
                        backups.lastBackupStatus(),
                        backups.lastSuccessfulBackup(),
                        backups.lastBackupTime()),
                new Infrastructure(text, List.of(RIGHT_TO_LEFT, text, LONG), EMOJI + RIGHT_TO_LEFT),
                components(text),
                List.of(incident("open", text, at, null), incident("past", text, at.minusSeconds(90_000), at)),
                List.of(
                        maintenance("running", text, Maintenance.Status.IN_PROGRESS, at),
                        maintenance("done", text, Maintenance.Status.COMPLETED, at.minusSeconds(90_000))));
    }

    private static List<ComponentEntry> components(String text) {
        return List.of(
                new ComponentEntry("a", text, text, ComponentStatus.OUTAGE, ComponentUptime.NONE),
                new ComponentEntry(
                        "b", RIGHT_TO_LEFT, RIGHT_TO_LEFT, ComponentStatus.OPERATIONAL, ComponentUptime.NONE),
                new ComponentEntry("c", LONG, LONG, ComponentStatus.DEGRADED, ComponentUptime.NONE),
                new ComponentEntry("d", EMOJI, null, ComponentStatus.UNKNOWN, ComponentUptime.NONE));
    }

    private static IncidentEntry incident(String id, String text, Instant start, Instant endOrNull) {
        Incident.Status status = endOrNull == null ? Incident.Status.INVESTIGATING : Incident.Status.RESOLVED;
        return new IncidentEntry(
                id,
                text,
                status,
                Impact.OUTAGE,
                List.of("a", "b", "c", "d", text),
                Announcements.Source.OPERATOR,
                start,
                endOrNull,
                List.of(new UpdateEntry<>(start, status, text + RIGHT_TO_LEFT + LONG)));
    }

    private static MaintenanceEntry maintenance(String id, String text, Maintenance.Status status, Instant start) {
        return new MaintenanceEntry(
                id,
                text,
                status,
                List.of("a"),
                Announcements.Source.UPTIME_KUMA,
                start,
                start.plusSeconds(3600),
                List.of(new UpdateEntry<>(start, status, text)));
    }
}
