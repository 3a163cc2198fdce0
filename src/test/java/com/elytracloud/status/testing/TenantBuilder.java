package com.elytracloud.status.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.DatedBackup;

/** What the listing showed of one tenant; eight healthy nightly backups, unless said otherwise. */
public final class TenantBuilder {
    private static final long USUAL_BYTES = 1_000_000;

    private final String tenant;
    private Instant now = Moments.NOW;
    private Duration age = Duration.ofHours(2);
    private List<Long> sizes = List.of(
            USUAL_BYTES, USUAL_BYTES, USUAL_BYTES, USUAL_BYTES, USUAL_BYTES, USUAL_BYTES, USUAL_BYTES, USUAL_BYTES);
    private boolean complete = true;
    private boolean newestIsValid = true;
    private int distinctDays = 7;
    private Duration history = Duration.ofDays(30);
    private Duration stalledUpload = Duration.ZERO;

    private TenantBuilder(String tenant) {
        this.tenant = tenant;
    }

    /** Begins a tenant. */
    public static TenantBuilder aTenant(String tenant) {
        return new TenantBuilder(tenant);
    }

    /** Ages are told of this instant. */
    public TenantBuilder at(Instant moment) {
        now = moment;
        return this;
    }

    /** The newest valid backup was taken so long ago, the ones before it a day apart. */
    public TenantBuilder aged(Duration newest) {
        age = newest;
        return this;
    }

    /** There is no valid backup at all. */
    public TenantBuilder withoutBackups() {
        sizes = List.of();
        return this;
    }

    /** The sizes of the valid backups, newest first. */
    public TenantBuilder sized(Long... newestFirst) {
        sizes = List.of(newestFirst);
        return this;
    }

    /** The newest backup has this share of the usual size. */
    public TenantBuilder shrunkTo(double shareOfTheMedian) {
        List<Long> shrunk = new ArrayList<>(sizes);
        shrunk.set(0, Math.round(USUAL_BYTES * shareOfTheMedian));
        sizes = shrunk;
        return this;
    }

    /** Not every object was seen. */
    public TenantBuilder incomplete() {
        complete = false;
        return this;
    }

    /** The newest object of all is no backup. */
    public TenantBuilder newestInvalid() {
        newestIsValid = false;
        return this;
    }

    /** On how many of the last seven days there is a backup, and how far back all of them reach. */
    public TenantBuilder days(int distinct, Duration reachingBack) {
        distinctDays = distinct;
        history = reachingBack;
        return this;
    }

    /** An upload that began so long ago and never ended. */
    public TenantBuilder uploadStalled(Duration since) {
        stalledUpload = since;
        return this;
    }

    /** The evidence. */
    public BackupEvidence evidence() {
        List<DatedBackup> newestFirst = new ArrayList<>();
        for (int i = 0; i < sizes.size(); i++) {
            var takenAt = now.minus(age).minus(Duration.ofDays(i));
            newestFirst.add(new DatedBackup(new BackupObject(tenant + "/" + i, takenAt, sizes.get(i)), takenAt));
        }
        return new BackupEvidence(tenant, complete, newestFirst, newestIsValid, distinctDays, history, stalledUpload);
    }
}
