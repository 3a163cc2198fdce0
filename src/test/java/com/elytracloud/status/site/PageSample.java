package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentStatus;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.Impact;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.IncidentStatus;
import com.elytracloud.status.contract.StatusDocument.IncidentUpdateEntry;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceStatus;
import com.elytracloud.status.contract.StatusDocument.MaintenanceUpdateEntry;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.Source;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;

import static com.elytracloud.status.contract.StatusDocument.ComponentStatus.DEGRADED;
import static com.elytracloud.status.contract.StatusDocument.ComponentStatus.MAINTENANCE;
import static com.elytracloud.status.contract.StatusDocument.ComponentStatus.OPERATIONAL;
import static com.elytracloud.status.contract.StatusDocument.ComponentStatus.OUTAGE;
import static com.elytracloud.status.contract.StatusDocument.ComponentStatus.UNKNOWN;

/** The states of a site that every output is checked in. */
enum PageSample {
    ALL_OPERATIONAL(StatusCode.OPERATIONAL, OPERATIONAL, OPERATIONAL),
    SLOW(StatusCode.DEGRADED, DEGRADED, OPERATIONAL),
    PARTLY_DOWN(StatusCode.DEGRADED, OUTAGE, OPERATIONAL),
    DOWN(StatusCode.OUTAGE, OUTAGE, DEGRADED),
    UNDER_MAINTENANCE(StatusCode.DEGRADED, OPERATIONAL, MAINTENANCE),
    NOT_KNOWN(StatusCode.UNKNOWN, UNKNOWN, UNKNOWN),
    /** The platform is well as far as it was seen. */
    PARTLY_KNOWN(StatusCode.OPERATIONAL, UNKNOWN, OPERATIONAL),
    EXPIRED(StatusCode.OPERATIONAL, OPERATIONAL, OPERATIONAL),
    /** The first run of a site without backups and without texts. */
    FIRST_RUN(StatusCode.OPERATIONAL, OPERATIONAL, OPERATIONAL),
    /** An operator says that all is well while checks report an outage. */
    OVERRIDDEN(StatusCode.OPERATIONAL, OPERATIONAL, OPERATIONAL);

    private static final Duration VALID = Duration.ofMinutes(30);

    private final StatusCode platform;
    private final ComponentStatus websites;
    private final ComponentStatus databases;

    PageSample(StatusCode platform, ComponentStatus websites, ComponentStatus databases) {
        this.platform = platform;
        this.websites = websites;
        this.databases = databases;
    }

    String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    StatusDocument status(Instant now) {
        Instant at = updated(now);
        boolean isOverridden = this == OVERRIDDEN;
        List<ComponentEntry> components = this == FIRST_RUN ? List.of() : components();
        return new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                at,
                at.plus(VALID),
                platform,
                isOverridden ? StatusSource.OPERATOR : StatusSource.AUTOMATIC,
                isOverridden ? StatusCode.OUTAGE : platform,
                Headline.of(
                        platform,
                        components.stream().map(ComponentEntry::status).toList()),
                isOverridden
                        ? new OverrideEntry(
                                StatusCode.OPERATIONAL,
                                "The monitoring host lost its own network.",
                                at.minusSeconds(600),
                                at.plusSeconds(3600))
                        : null,
                this == FIRST_RUN
                        ? new Uptime(null, null, null)
                        : new Uptime(new BigDecimal("99.31"), new BigDecimal("99.98"), null),
                this == FIRST_RUN ? null : backups(at),
                this == FIRST_RUN
                        ? null
                        : new Infrastructure("Dedicated servers", List.of("Amsterdam"), "Managed around the clock."),
                components,
                this == FIRST_RUN ? List.of() : incidents(at),
                this == FIRST_RUN ? List.of() : maintenances(at));
    }

    HistoryDocument history(Instant now) {
        Instant at = updated(now);
        List<DayEntry> days = this == FIRST_RUN ? List.of() : days(at);
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                at,
                days,
                status(now).components().stream()
                        .map(each -> new ComponentHistory(each.id(), days))
                        .toList(),
                List.of(),
                List.of());
    }

    private Instant updated(Instant now) {
        Duration age = this == EXPIRED ? Duration.ofMinutes(47) : Duration.ofMinutes(4);
        return now.minus(age).truncatedTo(ChronoUnit.SECONDS);
    }

    private Backups backups(Instant at) {
        Instant last = at.minus(Duration.ofHours(7));
        return switch (this) {
            case SLOW -> new Backups("Kept for 30 days.", BackupCode.WARNING, last, last);
            case DOWN -> new Backups(null, BackupCode.FAILED, last, last);
            case NOT_KNOWN -> new Backups(null, BackupCode.UNKNOWN, null, null);
            case ALL_OPERATIONAL, PARTLY_DOWN, UNDER_MAINTENANCE, PARTLY_KNOWN, EXPIRED, FIRST_RUN, OVERRIDDEN ->
                new Backups("Kept for 30 days, off site.", BackupCode.SUCCESS, last, last);
        };
    }

    private List<ComponentEntry> components() {
        return List.of(
                component("websites", "Websites", "Hosting", websites),
                component("databases", "Databases", "Hosting", databases),
                component("control-panel", "Control panel", "Tools", OPERATIONAL),
                component("mail", "Mail", "Tools", platform == StatusCode.UNKNOWN ? UNKNOWN : OPERATIONAL));
    }

    private static ComponentEntry component(String id, String name, String group, ComponentStatus status) {
        BigDecimal quarter = id.equals("mail") ? null : new BigDecimal("99.95");
        return new ComponentEntry(id, name, group, status, new ComponentUptime(quarter, quarter, quarter, quarter));
    }

    private List<IncidentEntry> incidents(Instant at) {
        List<IncidentEntry> incidents = new ArrayList<>();
        if (this == PARTLY_DOWN || this == DOWN) {
            Instant start = at.minus(Duration.ofMinutes(50));
            incidents.add(new IncidentEntry(
                    "slow-checkout",
                    "Shops cannot be reached",
                    IncidentStatus.IDENTIFIED,
                    Impact.OUTAGE,
                    List.of("websites"),
                    Source.OPERATOR,
                    start,
                    null,
                    List.of(
                            new IncidentUpdateEntry(
                                    at.minusSeconds(600),
                                    IncidentStatus.IDENTIFIED,
                                    "A router of our provider failed. It is being replaced."),
                            new IncidentUpdateEntry(
                                    start, IncidentStatus.INVESTIGATING, "We are investigating timeouts."))));
        }
        Instant past = at.minus(Duration.ofDays(3));
        incidents.add(new IncidentEntry(
                "databases-slow",
                "Slow databases after yesterday's maintenance",
                IncidentStatus.RESOLVED,
                Impact.DEGRADED,
                List.of("databases"),
                Source.AUTOMATIC,
                past,
                past.plusSeconds(7500),
                List.of(new IncidentUpdateEntry(
                        past.plusSeconds(7500), IncidentStatus.RESOLVED, "All queries are fast again."))));
        return incidents;
    }

    private List<MaintenanceEntry> maintenances(Instant at) {
        Instant start = this == UNDER_MAINTENANCE ? at.minusSeconds(1500) : at.plus(Duration.ofDays(2));
        boolean isRunning = this == UNDER_MAINTENANCE;
        return List.of(
                new MaintenanceEntry(
                        "database-upgrade",
                        "Database upgrade",
                        isRunning ? MaintenanceStatus.IN_PROGRESS : MaintenanceStatus.SCHEDULED,
                        List.of("databases"),
                        Source.OPERATOR,
                        start,
                        start.plus(Duration.ofHours(2)),
                        List.of(new MaintenanceUpdateEntry(
                                at.minusSeconds(3600),
                                MaintenanceStatus.SCHEDULED,
                                "Sites stay up; saving may take a moment longer."))),
                new MaintenanceEntry(
                        "router-firmware",
                        "Router firmware",
                        MaintenanceStatus.COMPLETED,
                        List.of(),
                        Source.UPTIME_KUMA,
                        at.minus(Duration.ofDays(5)),
                        at.minus(Duration.ofDays(5)).plusSeconds(1800),
                        List.of()));
    }

    private List<DayEntry> days(Instant at) {
        LocalDate today = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<DayEntry> days = new ArrayList<>();
        for (int ago = 84; ago >= 0; ago--) {
            ComponentStatus worst =
                    switch (ago) {
                        case 61, 3 -> DEGRADED;
                        case 40 -> OUTAGE;
                        case 5 -> MAINTENANCE;
                        case 20, 21 -> UNKNOWN;
                        default -> OPERATIONAL;
                    };
            BigDecimal uptime = worst == OPERATIONAL ? new BigDecimal("100.00") : new BigDecimal("97.04");
            days.add(new DayEntry(
                    today.minusDays(ago), worst, worst == UNKNOWN ? null : uptime, new BigDecimal("0.998")));
        }
        return days;
    }
}
