package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jboss.logging.Logger;
import software.amazon.awssdk.services.s3.model.ListMultipartUploadsResponse;

import com.elytracloud.status.objectstore.ObjectStoreException;
import com.elytracloud.status.run.Deadline;

/** Unfinished multipart uploads. They can make a verdict worse; if they cannot be listed, the objects decide alone. */
final class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final int MOST_PAGES = 20;

    private final BackupConfig config;
    private final BackupBucket bucket;

    Uploads(BackupConfig config, BackupBucket bucket) {
        this.config = config;
        this.bucket = bucket;
    }

    /** When the oldest unfinished upload of each customer began. */
    Map<String, Instant> oldest(Deadline deadline) {
        Map<String, Instant> oldest = new HashMap<>();
        try {
            pass(oldest, deadline);
        } catch (ObjectStoreException e) {
            LOG.warnf("backups: unfinished uploads could not all be listed: %s", e.failure());
        }
        return oldest;
    }

    private void pass(Map<String, Instant> oldest, Deadline deadline) throws ObjectStoreException {
        ListMultipartUploadsResponse page = null;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            page = bucket.uploads(config.prefix(), page, deadline);
            page.uploads().stream()
                    .filter(upload -> upload.key() != null && upload.initiated() != null)
                    .filter(upload -> config.counts(upload.key()))
                    .forEach(upload -> oldest.merge(
                            customer(upload.key(), upload.initiated()), upload.initiated(), Uploads::earlier));
            if (!Boolean.TRUE.equals(page.isTruncated())) {
                return;
            }
        }
        LOG.warnf("backups: more than %d pages of unfinished uploads; the rest is ignored", MOST_PAGES);
    }

    private String customer(String key, Instant begun) {
        return config.names().of(config.below(key), begun).customer();
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
