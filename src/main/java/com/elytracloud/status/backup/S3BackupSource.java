package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.objectstore.ObjectStore;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Finds the backups in a bucket; keeps a few objects of each tenant, however many there are. */
@Singleton
public final class S3BackupSource implements BackupSource {
    /** For saying what was found when the time is over. */
    private static final Duration LAST_WORD = Duration.ofMillis(200);

    private final BackupConfig config;
    private final ObjectStore store;
    private final BoundedExecutor workers;
    private final int mostPages;

    /** The backups as configured; nothing is asked yet. */
    @Inject
    public S3BackupSource(BackupConfig config, ObjectStore store, BoundedExecutor workers) {
        this(config, store, workers, Listing.MOST_PAGES);
    }

    S3BackupSource(BackupConfig config, ObjectStore store, BoundedExecutor workers, int mostPages) {
        this.config = config;
        this.store = store;
        this.workers = workers;
        this.mostPages = mostPages;
    }

    @Override
    public Reading<List<BackupEvidence>> read(
            BackupPolicy policy, Supplier<BackupMemory> memory, Instant now, Deadline deadline) {
        Optional<String> bucket = config.bucket();
        if (bucket.isEmpty()) {
            return new Reading.Nothing<>();
        }
        BackupStorage storage = new S3BackupStorage(store, bucket.get());
        return new Survey(config, storage, workers, mostPages, policy, now, deadline.keeping(LAST_WORD))
                .make(memory.get());
    }
}
