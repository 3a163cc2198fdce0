package com.elytracloud.status.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.ComponentStatus;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.Impact;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.IncidentStatus;
import com.elytracloud.status.contract.StatusDocument.IncidentUpdateEntry;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.Source;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;

/** What an operator would never write, in every place where an operator can write. */
public final class HostileTexts {
    /** Ends a script, a comment, an attribute and a section of characters, and then tries to run something. */
    public static final String MARKUP =
            "</script></style>-->]]><img src=x onerror=\"window.hacked=1\">'\"`{{title}}${1}&lt;&#39;";
    /** Turns what follows around, in letters that are read from the right. */
    public static final String RIGHT_TO_LEFT = "\u202Eمرحبا\u2066 שלום";
    /** Without a place to break it. */
    public static final String LONG = "W".repeat(200);
    /** Beyond the basic plane, joined, and flagged. */
    public static final String EMOJI = "👩‍👩‍👧‍👦🏳️‍🌈🇺🇦💥";

    private HostileTexts() {}

    /** A document with such a text in each of its places. */
    public static StatusDocument in(StatusDocument document) {
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
                new OverrideEntry(
                        StatusCode.OUTAGE, MARKUP + RIGHT_TO_LEFT + LONG, at, at.plus(Duration.ofHours(1))),
                document.uptime(),
                new Backups(
                        MARKUP + LONG,
                        backups.lastBackupStatus(),
                        backups.lastSuccessfulBackup(),
                        backups.lastBackupTime()),
                new Infrastructure(MARKUP, List.of(RIGHT_TO_LEFT, MARKUP, LONG), EMOJI + RIGHT_TO_LEFT),
                List.of(
                        component("hostile", MARKUP, ComponentStatus.OUTAGE),
                        component("right-to-left", RIGHT_TO_LEFT, ComponentStatus.OPERATIONAL),
                        component("long", LONG, ComponentStatus.DEGRADED),
                        component("emoji", EMOJI, ComponentStatus.UNKNOWN)),
                List.of(new IncidentEntry(
                        "hostile-incident",
                        MARKUP,
                        IncidentStatus.INVESTIGATING,
                        Impact.OUTAGE,
                        List.of("hostile"),
                        Source.OPERATOR,
                        at,
                        null,
                        List.of(new IncidentUpdateEntry(
                                at, IncidentStatus.INVESTIGATING, MARKUP + RIGHT_TO_LEFT + LONG)))),
                List.of());
    }

    private static ComponentEntry component(String id, String name, ComponentStatus status) {
        return new ComponentEntry(id, name, name, status, ComponentUptime.NONE);
    }
}
