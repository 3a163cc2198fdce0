package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.contract.StatusDocument.UpdateEntry;
import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;

/** The incidents and maintenances of a sample. */
record SamplePosts(Sample sample, Instant at) {
    List<IncidentEntry> incidents() {
        List<IncidentEntry> incidents = new ArrayList<>();
        Instant start = at.minus(Duration.ofMinutes(50));
        switch (sample) {
            case DEGRADED ->
                incidents.add(automatic("auto-websites", "Websites: degraded", Impact.DEGRADED, "websites"));
            case PARTIAL_OUTAGE ->
                incidents.add(automatic("auto-databases", "Databases: outage", Impact.OUTAGE, "databases"));
            case OUTAGE ->
                incidents.add(new IncidentEntry(
                        "network-failure",
                        "Network failure in our data centre",
                        IncidentStatus.IDENTIFIED,
                        Impact.OUTAGE,
                        List.of("websites", "control-panel"),
                        AnnouncementSource.OPERATOR,
                        start,
                        null,
                        List.of(
                                post(10, IncidentStatus.IDENTIFIED, "A router failed. It is being replaced."),
                                post(50, IncidentStatus.INVESTIGATING, "We are investigating timeouts."))));
            default -> {}
        }
        if (sample != Sample.NEW) {
            incidents.add(resolved());
        }
        return incidents;
    }

    List<MaintenanceEntry> maintenances() {
        if (sample == Sample.NEW) {
            return List.of();
        }
        boolean isRunning = sample == Sample.MAINTENANCE;
        Instant start = isRunning ? at.minus(Duration.ofMinutes(25)) : at.plus(Duration.ofDays(2));
        MaintenanceEntry upgrade = new MaintenanceEntry(
                "database-upgrade",
                "Database upgrade",
                isRunning ? MaintenanceStatus.IN_PROGRESS : MaintenanceStatus.SCHEDULED,
                List.of("databases"),
                AnnouncementSource.OPERATOR,
                start,
                start.plus(Duration.ofHours(2)),
                List.of(new UpdateEntry<>(
                        at.minus(Duration.ofDays(1)),
                        MaintenanceStatus.SCHEDULED,
                        "Sites stay available; saving may take a moment longer.")));
        Instant past = at.minus(Duration.ofDays(5));
        return List.of(
                upgrade,
                new MaintenanceEntry(
                        "mail-move",
                        "Move of the mail servers",
                        MaintenanceStatus.CANCELLED,
                        List.of("mail"),
                        AnnouncementSource.OPERATOR,
                        at.minus(Duration.ofDays(3)),
                        null,
                        List.of(new UpdateEntry<>(
                                at.minus(Duration.ofDays(4)),
                                MaintenanceStatus.CANCELLED,
                                "The move was postponed; a new date will be announced."))),
                new MaintenanceEntry(
                        "kuma-7",
                        "Router firmware",
                        MaintenanceStatus.COMPLETED,
                        List.of(),
                        AnnouncementSource.UPTIME_KUMA,
                        past,
                        past.plus(Duration.ofMinutes(30)),
                        List.of()));
    }

    private IncidentEntry automatic(String id, String title, Impact impact, String component) {
        return new IncidentEntry(
                id,
                title,
                IncidentStatus.INVESTIGATING,
                impact,
                List.of(component),
                AnnouncementSource.AUTOMATIC,
                at.minus(Duration.ofMinutes(20)),
                null,
                List.of(post(20, IncidentStatus.INVESTIGATING, "Detected by automated checks.")));
    }

    private IncidentEntry resolved() {
        long day = Duration.ofDays(1).toMinutes();
        return new IncidentEntry(
                "slow-databases",
                "Slow databases after yesterday's maintenance",
                IncidentStatus.RESOLVED,
                Impact.DEGRADED,
                List.of("databases"),
                AnnouncementSource.OPERATOR,
                at.minus(Duration.ofMinutes(3 * day + 125)),
                at.minus(Duration.ofMinutes(3 * day)),
                List.of(
                        post(3 * day, IncidentStatus.RESOLVED, "All queries are fast again."),
                        post(3 * day + 60, IncidentStatus.MONITORING, "An index was rebuilt."),
                        post(3 * day + 125, IncidentStatus.INVESTIGATING, "Some pages with search are slow.")));
    }

    private UpdateEntry<IncidentStatus> post(long minutesAgo, IncidentStatus status, String message) {
        return new UpdateEntry<>(at.minus(Duration.ofMinutes(minutesAgo)), status, message);
    }
}
