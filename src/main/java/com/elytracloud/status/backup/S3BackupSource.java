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

import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.model.MultipartUpload;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.JobResult.Outcome;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Lists the backups in a bucket; keeps times and sizes by series, not the objects. */
@Singleton
public final class S3BackupSource implements BackupSource {
    private static final Logger LOG = Logger.getLogger(S3BackupSource.class);
    /** To report what was listed when the time is over. */
    private static final Duration REPORTING = Duration.ofMillis(500);

    private final BackupConfig config;
    private final ObjectStore store;
    private final BoundedExecutor executor;

    /** The backups as configured; sends no request. */
    @Inject
    public S3BackupSource(BackupConfig config, ObjectStore store, BoundedExecutor executor) {
        this.config = config;
        this.store = store;
        this.executor = executor;
    }

    @Override
    public Reading<BackupListing> read(Instant now, Deadline deadline) {
        Optional<String> name = config.bucket();
        if (name.isEmpty()) {
            return new Reading.Nothing<>();
        }
        BackupBucket bucket = new BackupBucket(store, name.get());
        Deadline listing = deadline.keeping(REPORTING);
        Future<Map<String, Instant>> uploads = executor.start(
                () -> uploads(bucket, listing.within(deadline.remaining().dividedBy(2))));
        try {
            BackupScan scan = new BackupScanner(config, bucket, executor, now, listing).scan();
            Set<String> customers = new HashSet<>(scan.collector().customers());
            customers.addAll(config.listed());
            return new Reading.Found<>(new BackupListing(
                    config.source(),
                    scan.collector().series(),
                    config.listed(),
                    BoundedExecutor.await("unfinished uploads", uploads, listing.remaining(), failure -> Map.of()),
                    jobs(customers, bucket, now, deadline),
                    scan.unreadable(),
                    scan.missing()));
        } catch (ObjectStoreException e) {
            return new Reading.Failed<>(e.failure());
        } finally {
            uploads.cancel(true);
        }
    }

    // When the oldest one of each customer began. They can only make a verdict worse: without them the objects decide.
    private Map<String, Instant> uploads(BackupBucket bucket, Deadline deadline) {
        Map<String, Instant> oldest = new HashMap<>();
        try {
            bucket.uploads(config.prefix(), deadline, upload -> add(upload, oldest));
        } catch (ObjectStoreException e) {
            LOG.warnf("backups: unfinished uploads could not all be listed: %s", e.failure());
        }
        return oldest;
    }

    private void add(MultipartUpload upload, Map<String, Instant> oldest) {
        Instant begun = upload.initiated();
        if (upload.key() != null && begun != null && config.counts(upload.key())) {
            oldest.merge(
                    config.names().of(config.below(upload.key()), begun).customer(),
                    begun,
                    (one, other) -> one.isBefore(other) ? one : other);
        }
    }

    private Map<String, JobResult> jobs(Set<String> customers, BackupBucket bucket, Instant now, Deadline deadline) {
        ManifestKey key = config.manifest();
        if (!key.isNamed()) {
            return Map.of();
        }
        Map<String, JobResult> jobs = new HashMap<>();
        if (key.isPerCustomer()) {
            customers.forEach(one -> jobs.put(
                    one, manifest(key.forCustomer(one), bucket, now, deadline).of(one)));
        } else {
            Manifest common = manifest(key.text(), bucket, now, deadline);
            customers.forEach(one -> jobs.put(one, common.of(one)));
        }
        return jobs;
    }

    private static Manifest manifest(String object, BackupBucket bucket, Instant now, Deadline deadline) {
        try {
            Optional<byte[]> found = bucket.read(object, Manifest.MOST_BYTES, deadline);
            return found.map(bytes -> Manifest.parse(bytes, now)).orElseGet(() -> Manifest.of(Outcome.MISSING));
        } catch (ObjectStoreException e) {
            LOG.warnf("backups: the job's result cannot be read: %s. Check BACKUP_MANIFEST_KEY.", e.failure());
            return Manifest.of(Outcome.UNAVAILABLE);
        }
    }
}
