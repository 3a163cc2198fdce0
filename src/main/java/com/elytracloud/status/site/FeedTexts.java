package com.elytracloud.status.site;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument.IncidentStatus;
import com.elytracloud.status.contract.StatusDocument.MaintenanceStatus;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

/** The texts of feed, badge, calendar and Statuspage files in one language. */
enum FeedTexts {
    EN,
    DE;

    /** The code as in {@code xml:lang}. */
    String language() {
        return in("en", "de");
    }

    String note() {
        return in(
                "Entries do not expire by themselves. For the current state, open the status page.",
                "Einträge laufen nicht von selbst ab. Den aktuellen Zustand zeigt die Statusseite.");
    }

    String changed(StatusCode to) {
        return in("Platform status: ", "Status der Plattform: ") + word(to);
    }

    String changed(StatusCode from, StatusCode to) {
        return in(
                        "The status of the platform changed from %s to %s.",
                        "Der Status der Plattform wechselte von %s zu %s.")
                .formatted(quoted(from), quoted(to));
    }

    String affects(String names) {
        return in("Affects: ", "Betrifft: ") + names;
    }

    String platform() {
        return in("Platform", "Plattform");
    }

    String unknownState() {
        return in("Current state unknown", "Aktueller Zustand unbekannt");
    }

    String noEvidence() {
        return in(
                "Monitoring data is not available. The current state of the platform is not known.",
                "Es liegen keine Messdaten vor. Der aktuelle Zustand der Plattform ist nicht bekannt.");
    }

    String evidenceAgain() {
        return in("Monitoring data is available again.", "Es liegen wieder Messdaten vor.");
    }

    String badgeLabel(String clock) {
        return in("status ", "Status ") + clock + " UTC";
    }

    String badge(Headline headline) {
        return switch (headline) {
            case OPERATIONAL -> word(StatusCode.OPERATIONAL);
            case MAINTENANCE -> in("maintenance", "in Wartung");
            case DEGRADED -> word(StatusCode.DEGRADED);
            case PARTIAL_OUTAGE -> in("partial outage", "teilweise gestört");
            case MAJOR_OUTAGE -> in("major outage", "schwere Störung");
            case UNKNOWN -> word(StatusCode.UNKNOWN);
        };
    }

    String progress(IncidentStatus status) {
        return switch (status) {
            case INVESTIGATING -> in("Investigating", "Wird untersucht");
            case IDENTIFIED -> in("Identified", "Ursache gefunden");
            case MONITORING -> in("Monitoring", "Wird beobachtet");
            case RESOLVED -> in("Resolved", "Behoben");
        };
    }

    String progress(MaintenanceStatus status) {
        return switch (status) {
            case SCHEDULED -> in("Scheduled", "Geplant");
            case IN_PROGRESS -> in("In progress", "Läuft");
            case COMPLETED -> in("Completed", "Abgeschlossen");
            case CANCELLED -> in("Cancelled", "Abgesagt");
        };
    }

    private String word(StatusCode status) {
        return switch (status) {
            case OPERATIONAL -> in("operational", "in Betrieb");
            case DEGRADED -> in("degraded", "eingeschränkt");
            case OUTAGE -> in("outage", "gestört");
            case UNKNOWN -> in("unknown", "unbekannt");
        };
    }

    private String quoted(StatusCode status) {
        return in("\u201c%s\u201d", "\u201e%s\u201c").formatted(word(status));
    }

    private String in(String english, String german) {
        return this == EN ? english : german;
    }
}
