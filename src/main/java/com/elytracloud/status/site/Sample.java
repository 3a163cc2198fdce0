package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.BackupCode;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentStatus;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;

/** Invented documents of a site in each of its states, to preview a site before anything is connected. */
public enum Sample {
    OPERATIONAL(StatusCode.OPERATIONAL, ComponentStatus.OPERATIONAL, ComponentStatus.OPERATIONAL),
    DEGRADED(StatusCode.DEGRADED, ComponentStatus.DEGRADED, ComponentStatus.OPERATIONAL),
    PARTIAL_OUTAGE(StatusCode.DEGRADED, ComponentStatus.OPERATIONAL, ComponentStatus.OUTAGE),
    OUTAGE(StatusCode.OUTAGE, ComponentStatus.OUTAGE, ComponentStatus.DEGRADED),
    MAINTENANCE(StatusCode.DEGRADED, ComponentStatus.OPERATIONAL, ComponentStatus.MAINTENANCE),
    UNKNOWN(StatusCode.UNKNOWN, ComponentStatus.UNKNOWN, ComponentStatus.UNKNOWN),
    /** Published long ago, while everything was operational. */
    STALE(StatusCode.OPERATIONAL, ComponentStatus.OPERATIONAL, ComponentStatus.OPERATIONAL),
    /** The first run of a site without components, backups and texts. */
    NEW(StatusCode.OPERATIONAL, ComponentStatus.OPERATIONAL, ComponentStatus.OPERATIONAL),
    /** An operator reports that everything is operational while the checks report an outage. */
    OVERRIDE(StatusCode.OPERATIONAL, ComponentStatus.OPERATIONAL, ComponentStatus.OPERATIONAL),
    /** Thirty components in groups; the platform is operational as far as it is known. */
    MANY_COMPONENTS(StatusCode.OPERATIONAL, ComponentStatus.UNKNOWN, ComponentStatus.OPERATIONAL);

    private static final Duration VALID = Duration.ofMinutes(30);
    private static final int REGIONS = 26;

    private final StatusCode platform;
    private final ComponentStatus websites;
    private final ComponentStatus databases;

    Sample(StatusCode platform, ComponentStatus websites, ComponentStatus databases) {
        this.platform = platform;
        this.websites = websites;
        this.databases = databases;
    }

    /** Its name on the command line and in file names. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The status document as it is about now. */
    public StatusDocument status(Instant now) {
        Instant at = updatedAt(now);
        boolean isOverridden = this == OVERRIDE;
        List<ComponentEntry> components = this == NEW ? List.of() : components();
        SamplePosts posts = new SamplePosts(this, at);
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
                isOverridden ? override(at) : null,
                uptime(),
                backups(at),
                this == NEW
                        ? null
                        : new Infrastructure(
                                "A virtual server per client and a managed database cluster.",
                                List.of("Amsterdam", "Frankfurt"),
                                null),
                components,
                posts.incidents(),
                posts.maintenances());
    }

    /** The history up to it. */
    public HistoryDocument history(Instant now) {
        return SampleHistory.of(this, status(now));
    }

    private Instant updatedAt(Instant now) {
        Duration age = Duration.ofMinutes(this == STALE ? 47 : 4);
        return now.minus(age).truncatedTo(ChronoUnit.SECONDS);
    }

    private static OverrideEntry override(Instant at) {
        return new OverrideEntry(
                StatusCode.OPERATIONAL,
                "The monitoring server lost its own network connection.",
                at.minus(Duration.ofMinutes(10)),
                at.plus(Duration.ofMinutes(50)));
    }

    private Uptime uptime() {
        return switch (platform) {
            case OPERATIONAL -> this == NEW ? uptime(null, null, null) : uptime("100.00", "99.98", "99.95");
            case DEGRADED -> uptime("99.12", "99.80", "99.91");
            case OUTAGE -> uptime("95.41", "99.27", "99.76");
            case UNKNOWN -> uptime(null, "99.98", "99.95");
        };
    }

    private static Uptime uptime(String day, String week, String month) {
        return new Uptime(percent(day), percent(week), percent(month));
    }

    static BigDecimal percent(String textOrNull) {
        return textOrNull == null ? null : new BigDecimal(textOrNull);
    }

    private Backups backups(Instant at) {
        String policy = "Nightly backups, kept for 7 days, off site.";
        return switch (this) {
            case NEW -> null;
            case DEGRADED -> backups(policy, BackupCode.WARNING, at.minus(Duration.ofHours(31)));
            case OUTAGE -> backups(policy, BackupCode.FAILED, at.minus(Duration.ofHours(74)));
            case UNKNOWN -> backups(null, BackupCode.UNKNOWN, null);
            case OPERATIONAL, PARTIAL_OUTAGE, MAINTENANCE, STALE, OVERRIDE, MANY_COMPONENTS ->
                backups(policy, BackupCode.SUCCESS, at.minus(Duration.ofHours(7)));
        };
    }

    private static Backups backups(String policy, BackupCode status, Instant last) {
        return new Backups(policy, status, last, last);
    }

    private List<ComponentEntry> components() {
        ComponentStatus other = this == UNKNOWN ? ComponentStatus.UNKNOWN : ComponentStatus.OPERATIONAL;
        List<ComponentEntry> all = new ArrayList<>();
        all.add(component("websites", "Websites", "Hosting", websites));
        all.add(component("databases", "Databases", "Hosting", databases));
        all.add(component("control-panel", "Control panel", null, other));
        all.add(component("mail", "Mail", null, other));
        for (int i = 0; this == MANY_COMPONENTS && i < REGIONS; i++) {
            String region = i < REGIONS / 2 ? "Europe" : "America";
            all.add(component("region-" + i, "Region " + (char) ('A' + i), region, other));
        }
        return all;
    }

    private static ComponentEntry component(String id, String name, String group, ComponentStatus status) {
        BigDecimal week = percent(id.equals("mail") ? null : "99.95");
        return new ComponentEntry(id, name, group, status, new ComponentUptime(percent("99.12"), week, week, null));
    }
}
