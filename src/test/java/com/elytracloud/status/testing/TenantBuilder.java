package com.elytracloud.status.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.BackupListing.JobResult;
import com.elytracloud.status.domain.BackupListing.Missing;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupSeries.BackupRun;

/** A customer's series as a listing shows it; ten healthy nightly backups, unless said otherwise. */
public final class TenantBuilder {
    private static final long USUAL_BYTES = 1_000_000;

    private final String tenant;
    private Instant now = Moments.NOW;
    private Duration age = Duration.ofHours(2);
    private List<Long> sizes = List.of(
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES,
            USUAL_BYTES);
    private final Set<Integer> missing = new HashSet<>();
    private boolean complete = true;
    private Duration newestInvalid;
    private Duration stalledUpload;

    private TenantBuilder(String tenant) {
        this.tenant = tenant;
    }

    /** Begins a customer. */
    public static TenantBuilder aTenant(String tenant) {
        return new TenantBuilder(tenant);
    }

    /** Ages count from this instant. */
    public TenantBuilder at(Instant moment) {
        now = moment;
        return this;
    }

    /** The newest valid backup is so old, the ones before it are a day apart. */
    public TenantBuilder aged(Duration newest) {
        age = newest;
        return this;
    }

    /** There is no backup at all. */
    public TenantBuilder withoutBackups() {
        sizes = List.of();
        return this;
    }

    /** The sizes of the backups, newest first. */
    public TenantBuilder sized(Long... newestFirst) {
        sizes = List.of(newestFirst);
        return this;
    }

    /** The newest backup has this share of the usual size. */
    public TenantBuilder shrunkTo(double share) {
        List<Long> shrunk = new ArrayList<>(sizes);
        shrunk.set(0, Math.round(USUAL_BYTES * share));
        sizes = shrunk;
        return this;
    }

    /** Not every object was listed. */
    public TenantBuilder incomplete() {
        complete = false;
        return this;
    }

    /** A newer object of so many hours is far too small. */
    public TenantBuilder newestInvalid(Duration old) {
        newestInvalid = old;
        return this;
    }

    /** There is no backup so many days before the newest. */
    public TenantBuilder without(Integer... days) {
        missing.addAll(List.of(days));
        return this;
    }

    /** An upload that began so long ago and was never completed. */
    public TenantBuilder uploadStalled(Duration since) {
        stalledUpload = since;
        return this;
    }

    /** The listing of these customers. */
    public static BackupListing listing(List<TenantBuilder> tenants) {
        List<BackupSeries> series = new ArrayList<>();
        List<String> names = new ArrayList<>();
        Map<String, Instant> stalled = new HashMap<>();
        Set<String> incomplete = new HashSet<>();
        for (TenantBuilder each : tenants) {
            names.add(each.tenant);
            each.series(series);
            if (each.stalledUpload != null) {
                stalled.put(each.tenant, each.now.minus(each.stalledUpload));
            }
            if (!each.complete) {
                incomplete.add(each.tenant);
            }
        }
        Missing missing =
                incomplete.isEmpty() ? Missing.NOTHING : new Missing(false, incomplete, Set.of(), "as the test wants");
        return new BackupListing("source", series, names, stalled, Map.<String, JobResult>of(), 0, missing);
    }

    private void series(List<BackupSeries> all) {
        List<BackupRun> runs = new ArrayList<>();
        if (newestInvalid != null) {
            runs.add(new BackupRun(now.minus(newestInvalid), 0));
        }
        for (int i = 0; i < sizes.size(); i++) {
            if (!missing.contains(i)) {
                runs.add(new BackupRun(now.minus(age).minus(Duration.ofDays(i)), sizes.get(i)));
            }
        }
        if (!runs.isEmpty()) {
            Instant since = runs.get(runs.size() - 1).at();
            all.add(new BackupSeries(tenant + "/#.tgz", tenant, since, runs, runs.size(), tenant + "/newest.tgz"));
        }
    }
}
