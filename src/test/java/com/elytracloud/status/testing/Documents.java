package com.elytracloud.status.testing;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.Backups;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.ComponentUptime;
import com.elytracloud.status.contract.StatusDocument.Infrastructure;
import com.elytracloud.status.contract.StatusDocument.OverrideEntry;
import com.elytracloud.status.contract.StatusDocument.StatusSource;
import com.elytracloud.status.contract.StatusDocument.Uptime;
import com.elytracloud.status.domain.BackupStatus;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.PlatformStatus;

/** Documents as they are published. */
public final class Documents {
    private static final Instant LAST_BACKUP = Instant.parse("2026-11-20T02:01:30Z");

    private Documents() {}

    /** All is well, as in the design's example. */
    public static StatusDocument allWell() {
        return allWell(new BigDecimal("100.00"));
    }

    /** All is well, with this uptime of the last day. */
    public static StatusDocument allWell(BigDecimal last24h) {
        return with(
                PlatformStatus.OPERATIONAL,
                PlatformStatus.OPERATIONAL,
                null,
                new Uptime(last24h, new BigDecimal("99.98"), null),
                new Backups(
                        "Nightly backups, 7-day retention, off-site object storage.",
                        BackupStatus.SUCCESS,
                        LAST_BACKUP,
                        LAST_BACKUP),
                ComponentStatus.OPERATIONAL);
    }

    /** Nothing is known, and a person says something about it. */
    public static StatusDocument nothingKnown() {
        return with(
                PlatformStatus.OUTAGE,
                PlatformStatus.UNKNOWN,
                new OverrideEntry(
                        PlatformStatus.OUTAGE,
                        "We are \"on it\".\nMore at noon.",
                        Instant.parse("2026-11-20T21:00:00Z"),
                        Instant.parse("2026-11-21T01:00:00Z")),
                new Uptime(null, null, null),
                new Backups("", BackupStatus.UNKNOWN, null, null),
                ComponentStatus.UNKNOWN);
    }

    private static StatusDocument with(
            PlatformStatus status,
            PlatformStatus measured,
            OverrideEntry override,
            Uptime uptime,
            Backups backups,
            ComponentStatus component) {
        return new StatusDocument(
                1,
                Instant.parse("2026-11-20T21:50:00Z"),
                Instant.parse("2026-11-20T22:20:00Z"),
                status,
                override == null ? StatusSource.AUTOMATIC : StatusSource.OPERATOR,
                measured,
                Headline.of(status, List.of(component)),
                override,
                uptime,
                backups,
                new Infrastructure(
                        "Dedicated droplet per client + managed database cluster.",
                        List.of("nyc3"),
                        "All sites behind managed HTTPS and monitored 24/7."),
                List.of(new ComponentEntry("websites", "Websites", null, component, ComponentUptime.NONE)),
                List.of(),
                List.of());
    }
}
