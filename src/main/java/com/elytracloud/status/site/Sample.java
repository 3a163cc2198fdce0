package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;

/**
 * Invented documents of a site in one of its states, as if published at an instant: for looking at it before anything
 * is connected.
 */
public enum Sample {
    OPERATIONAL(StatusCode.OPERATIONAL, BackupCode.SUCCESS, Duration.ofMinutes(4)),
    DEGRADED(StatusCode.DEGRADED, BackupCode.WARNING, Duration.ofMinutes(4)),
    OUTAGE(StatusCode.OUTAGE, BackupCode.FAILED, Duration.ofMinutes(4)),
    MAINTENANCE(StatusCode.DEGRADED, BackupCode.SUCCESS, Duration.ofMinutes(4)),
    UNKNOWN(StatusCode.UNKNOWN, BackupCode.UNKNOWN, Duration.ofMinutes(4)),
    /** Published long ago, when all was well. */
    STALE(StatusCode.OPERATIONAL, BackupCode.SUCCESS, Duration.ofMinutes(47)),
    /** The first run of a new site: no history, and most is not known yet. */
    NEW(StatusCode.OPERATIONAL, BackupCode.UNKNOWN, Duration.ofMinutes(1));

    private static final Duration TRUST = Duration.ofMinutes(30);
    private static final int DAYS = 90;
    private static final int FIRST_DAY_ON_RECORD = 5;
    private static final int DAY_WITHOUT_DATA = 38;
    private static final int DEGRADED_DAY = 61;
    private static final int OUTAGE_DAY = 77;

    private final StatusCode status;
    private final BackupCode backups;
    private final Duration age;

    Sample(StatusCode status, BackupCode backups, Duration age) {
        this.status = status;
        this.backups = backups;
        this.age = age;
    }

    /** The status document. */
    public StatusDocument status(Instant now) {
        Instant updatedAt = now.minus(age).truncatedTo(ChronoUnit.SECONDS);
        return new StatusDocument(
                StatusDocument.SCHEMA_VERSION,
                updatedAt,
                updatedAt.plus(TRUST),
                status,
                this == MAINTENANCE ? StatusSource.OPERATOR : StatusSource.AUTOMATIC,
                uptime(),
                backups(updatedAt),
                new Infrastructure(
                        "Dedicated droplet per client + managed database cluster.",
                        List.of("nyc3"),
                        "All sites behind managed HTTPS and monitored 24/7."),
                components(),
                notice(updatedAt));
    }

    /** The history up to it. */
    public HistoryDocument history(Instant now) {
        Instant updatedAt = now.minus(age).truncatedTo(ChronoUnit.SECONDS);
        boolean isNew = this == NEW;
        return new HistoryDocument(
                HistoryDocument.SCHEMA_VERSION,
                updatedAt,
                isNew ? List.of() : days(LocalDate.ofInstant(updatedAt, ZoneOffset.UTC)),
                isNew ? List.of() : transitions(updatedAt));
    }

    private Uptime uptime() {
        return switch (this) {
            case OPERATIONAL, STALE, MAINTENANCE -> uptime("100.00", "99.98", "99.95");
            case DEGRADED -> uptime("99.12", "99.80", "99.91");
            case OUTAGE -> uptime("95.41", "99.27", "99.76");
            case UNKNOWN -> uptime(null, "99.98", "99.95");
            case NEW -> uptime(null, null, null);
        };
    }

    private static Uptime uptime(String day, String week, String month) {
        return new Uptime(percent(day), percent(week), percent(month));
    }

    private static BigDecimal percent(String textOrNull) {
        return textOrNull == null ? null : new BigDecimal(textOrNull);
    }

    private Backups backups(Instant updatedAt) {
        Instant last =
                switch (backups) {
                    case SUCCESS -> updatedAt.minus(Duration.ofHours(7));
                    case WARNING -> updatedAt.minus(Duration.ofHours(31));
                    case FAILED -> updatedAt.minus(Duration.ofHours(74));
                    case UNKNOWN -> null;
                };
        return new Backups("Nightly backups, 7-day retention, off-site object storage.", backups, last, last);
    }

    private List<ComponentEntry> components() {
        StatusCode one = status == StatusCode.OUTAGE ? StatusCode.DEGRADED : status;
        StatusCode other = status == StatusCode.UNKNOWN ? StatusCode.UNKNOWN : StatusCode.OPERATIONAL;
        return List.of(
                new ComponentEntry("websites", "Websites", status),
                new ComponentEntry("databases", "Databases", one == StatusCode.DEGRADED ? other : one),
                new ComponentEntry("control-panel", "Control panel", status == StatusCode.OUTAGE ? one : other),
                new ComponentEntry("network", "Network", other));
    }

    private NoticeEntry notice(Instant updatedAt) {
        return switch (this) {
            case MAINTENANCE ->
                new NoticeEntry(
                        StatusCode.DEGRADED,
                        "Database maintenance",
                        "We move the database cluster to faster machines. Sites stay up; saving may take a moment longer.",
                        updatedAt.minus(Duration.ofMinutes(25)),
                        updatedAt.plus(Duration.ofMinutes(95)));
            case OUTAGE ->
                new NoticeEntry(
                        StatusCode.OUTAGE,
                        "Network failure in our data centre",
                        "Our provider has confirmed a network failure. We are on it, and write again within the hour.",
                        updatedAt.minus(Duration.ofMinutes(12)),
                        updatedAt.plus(Duration.ofHours(3)));
            case OPERATIONAL, DEGRADED, UNKNOWN, STALE, NEW -> null;
        };
    }

    private List<DayEntry> days(LocalDate today) {
        List<DayEntry> days = new ArrayList<>();
        for (int day = FIRST_DAY_ON_RECORD; day < DAYS - 1; day++) {
            if (day != DAY_WITHOUT_DATA) {
                days.add(past(today.minusDays(DAYS - 1L - day), day));
            }
        }
        days.add(new DayEntry(today, status, uptime().last24h(), new BigDecimal("0.614")));
        return days;
    }

    private static DayEntry past(LocalDate date, int day) {
        return switch (day) {
            case DEGRADED_DAY -> new DayEntry(date, StatusCode.DEGRADED, percent("99.31"), new BigDecimal("0.998"));
            case OUTAGE_DAY -> new DayEntry(date, StatusCode.OUTAGE, percent("97.04"), new BigDecimal("1.000"));
            default -> new DayEntry(date, StatusCode.OPERATIONAL, percent("100.00"), new BigDecimal("1.000"));
        };
    }

    private List<TransitionEntry> transitions(Instant updatedAt) {
        Instant noon = updatedAt.truncatedTo(ChronoUnit.DAYS).plus(Duration.ofHours(12));
        Instant slow = noon.minus(Duration.ofDays(DAYS - 1L - DEGRADED_DAY));
        Instant broken = noon.minus(Duration.ofDays(DAYS - 1L - OUTAGE_DAY));
        List<TransitionEntry> all = new ArrayList<>(List.of(
                new TransitionEntry(slow, StatusCode.OPERATIONAL, StatusCode.DEGRADED),
                new TransitionEntry(slow.plusSeconds(600), StatusCode.DEGRADED, StatusCode.OPERATIONAL),
                new TransitionEntry(broken, StatusCode.OPERATIONAL, StatusCode.OUTAGE),
                new TransitionEntry(broken.plusSeconds(2400), StatusCode.OUTAGE, StatusCode.OPERATIONAL)));
        if (status != StatusCode.OPERATIONAL) {
            all.add(new TransitionEntry(updatedAt.minusSeconds(1200), StatusCode.OPERATIONAL, status));
        }
        return all;
    }
}
