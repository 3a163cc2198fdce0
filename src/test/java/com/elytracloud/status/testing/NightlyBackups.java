package com.elytracloud.status.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.assess.BackupAssessor;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.BackupVerdict;
import com.elytracloud.status.domain.Reading;

/** Evaluates backups by the rules that apply without settings, and without the state of earlier runs. */
public final class NightlyBackups {
    /** One backup a night, with two hours of slack; two missed nights are a failure. */
    public static final BackupPolicy POLICY =
            new BackupPolicy(Duration.ofHours(26), Duration.ofHours(50), 1024, Duration.ofDays(30));

    private NightlyBackups() {}

    /** A complete listing of these series and nothing else. */
    public static BackupListing listing(List<BackupSeries> series) {
        return new BackupListing("", series, List.of(), Map.of(), Map.of(), 0, Missing.NOTHING);
    }

    public static BackupVerdict assess(List<BackupSeries> series, Instant now) {
        return assess(new Reading.Found<>(listing(series)), now);
    }

    public static BackupVerdict assess(TenantBuilder... tenants) {
        return assess(new Reading.Found<>(TenantBuilder.listing(List.of(tenants))), Moments.NOW);
    }

    public static BackupVerdict assess(Reading<BackupListing> listing, Instant now) {
        return BackupAssessor.assess(listing, POLICY, BackupState.NONE, now);
    }
}
