package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.Deadline;

/** Finds the backups in a bucket: one request per thousand objects, and a few objects kept of each tenant. */
@Singleton
public final class S3BackupSource implements BackupSource {
    private static final Logger LOG = Logger.getLogger(S3BackupSource.class);

    /** Two million objects, twice the design's size: beyond it, something answers that never ends. */
    private static final int MOST_PAGES = 2_000;

    private final BackupConfig config;
    private final ObjectStore store;
    private final int mostPages;

    /** The backups as configured; nothing is asked yet. */
    @Inject
    public S3BackupSource(BackupConfig config, ObjectStore store) {
        this(config, store, MOST_PAGES);
    }

    S3BackupSource(BackupConfig config, ObjectStore store, int mostPages) {
        this.config = config;
        this.store = store;
        this.mostPages = mostPages;
    }

    @Override
    public Reading<List<BackupEvidence>> read(BackupPolicy policy, Instant now, Deadline deadline) {
        Optional<String> bucket = config.bucket();
        if (bucket.isEmpty()) {
            return new Reading.Nothing<>();
        }
        TenantTallies tallies = new TenantTallies(config.tenants(), policy, now);
        Listing listing = new Listing(store, bucket.get(), config.tenants().prefix(), mostPages);
        return conclude(tallies, listing.pass(tallies::add, deadline));
    }

    // A flat listing cannot tell which tenants it had finished with when it ended early: then none is complete.
    private static Reading<List<BackupEvidence>> conclude(TenantTallies tallies, Optional<Failure> endedEarly) {
        if (endedEarly.isPresent() && tallies.isEmpty()) {
            return new Reading.Failed<>(endedEarly.get());
        }
        endedEarly.ifPresent(why -> LOG.warnf("backups: not all were seen: %s", why));
        List<BackupEvidence> evidence = tallies.toEvidence(endedEarly.isEmpty());
        return evidence.isEmpty() ? new Reading.Nothing<>() : new Reading.Found<>(evidence);
    }
}
