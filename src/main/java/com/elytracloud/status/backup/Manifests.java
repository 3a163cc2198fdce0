package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.Optional;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.JobResult;
import com.elytracloud.status.domain.JobResult.Outcome;
import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;

/** Fetches the reports of the backup job: the one object once, or one per tenant. */
final class Manifests {
    private static final Logger LOG = Logger.getLogger(Manifests.class);

    private final ManifestKey key;
    private final BackupBucket storage;
    private final Instant now;
    private Manifest common;

    Manifests(ManifestKey key, BackupBucket storage, Instant now) {
        this.key = key;
        this.storage = storage;
        this.now = now;
    }

    /** The job's result for a tenant. */
    JobResult of(String tenant, Deadline deadline) {
        if (!key.isNamed()) {
            return JobResult.NOT_ASKED;
        }
        return key.isPerTenant()
                ? fetch(key.of(tenant), deadline).of(tenant)
                : common(deadline).of(tenant);
    }

    // The first caller fetches it, and the others wait for the same response.
    private synchronized Manifest common(Deadline deadline) {
        if (common == null) {
            common = fetch(key.text(), deadline);
        }
        return common;
    }

    private Manifest fetch(String object, Deadline deadline) {
        try {
            Optional<byte[]> found = storage.read(object, Manifest.MOST_BYTES, deadline);
            return found.map(bytes -> Manifest.parse(bytes, now)).orElseGet(() -> Manifest.of(Outcome.MISSING));
        } catch (ObjectStoreException e) {
            LOG.warnf("backups: the job's result cannot be read: %s. Check BACKUP_MANIFEST_KEY.", e.failure());
            return Manifest.of(Outcome.UNAVAILABLE);
        }
    }
}
