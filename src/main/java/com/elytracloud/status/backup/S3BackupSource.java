package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Future;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists the backups in a bucket; keeps times and sizes by series, not the objects. */
@Singleton
public final class S3BackupSource implements BackupSource {
    /** To report what was listed when the time is over. */
    private static final Duration REPORTING = Duration.ofMillis(500);

    private final BackupConfig config;
    private final ObjectStore store;
    private final BoundedExecutor workers;

    /** The backups as configured; sends no request. */
    @Inject
    public S3BackupSource(BackupConfig config, ObjectStore store, BoundedExecutor workers) {
        this.config = config;
        this.store = store;
        this.workers = workers;
    }

    @Override
    public Reading<BackupListing> read(Instant now, Deadline deadline) {
        Optional<String> name = config.bucket();
        if (name.isEmpty()) {
            return new Reading.Nothing<>();
        }
        BackupBucket bucket = new BackupBucket(store, name.get());
        Deadline listing = deadline.keeping(REPORTING);
        Future<Map<String, Instant>> uploads = workers.start(() -> new Uploads(config, bucket)
                .oldest(listing.within(deadline.remaining().dividedBy(2))));
        try {
            BackupScanner.Scan scan = new BackupScanner(config, bucket, workers, now, listing).scan();
            Set<String> customers = new HashSet<>(scan.collector().customers());
            customers.addAll(config.listed());
            return new Reading.Found<>(new BackupListing(
                    config.source(),
                    scan.collector().series(),
                    config.listed(),
                    found(uploads, listing),
                    jobs(customers, bucket, now, deadline),
                    scan.unreadable(),
                    scan.missing()));
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        } finally {
            uploads.cancel(true);
        }
    }

    private Map<String, JobResult> jobs(Set<String> customers, BackupBucket bucket, Instant now, Deadline deadline) {
        Map<String, JobResult> jobs = new HashMap<>();
        Manifests manifests = new Manifests(config.manifest(), bucket, now);
        customers.forEach(customer -> jobs.put(customer, manifests.of(customer, deadline)));
        return jobs;
    }

    // They can only make a verdict worse: without them the objects decide.
    private static Map<String, Instant> found(Future<Map<String, Instant>> uploads, Deadline deadline) {
        return BoundedExecutor.await("unfinished uploads", uploads, deadline.remaining(), failure -> Map.of());
    }
}
