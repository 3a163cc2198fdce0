package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import org.jboss.logging.Logger;

import com.elytracloud.status.backup.BackupStorage.Upload;
import com.elytracloud.status.backup.BackupStorage.UploadMarker;
import com.elytracloud.status.backup.BackupStorage.UploadPage;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.Deadline;

/**
 * The uploads that were begun and never ended, one request for a thousand of all tenants. They can make a judgement
 * worse; who may not list them, or cannot, is judged by the backups alone.
 */
final class Uploads {
    private static final Logger LOG = Logger.getLogger(Uploads.class);
    private static final int MOST_PAGES = 20;

    private final BackupConfig config;
    private final BackupStorage storage;

    Uploads(BackupConfig config, BackupStorage storage) {
        this.config = config;
        this.storage = storage;
    }

    /** When the oldest unfinished upload of each tenant was begun. */
    Map<String, Instant> oldest(Deadline deadline) {
        Map<String, Instant> oldest = new HashMap<>();
        try {
            pass(oldest, deadline);
        } catch (BackupStorageException e) {
            LOG.warnf("backups: unfinished uploads were not all seen: %s", e.failure());
        }
        return oldest;
    }

    private void pass(Map<String, Instant> oldest, Deadline deadline) throws BackupStorageException {
        UploadMarker marker = UploadMarker.FIRST;
        for (int pages = 0; pages < MOST_PAGES; pages++) {
            UploadPage page = storage.uploads(config.tenants().prefix(), marker, deadline);
            page.uploads().stream()
                    .filter(upload -> config.counts(upload.key()))
                    .forEach(upload -> oldest.merge(tenant(upload), upload.begunAt(), Uploads::earlier));
            if (page.isLast()) {
                return;
            }
            if (page.next().equals(marker) || page.next().key().isEmpty()) {
                throw new BackupStorageException(Reason.UNREADABLE, "there is more, but not where");
            }
            marker = page.next();
        }
        throw new BackupStorageException(Reason.TOO_LARGE, "over %d pages".formatted(MOST_PAGES));
    }

    private String tenant(Upload upload) {
        String below = config.tenants().below(upload.key());
        return config.listed().stream()
                .filter(name -> below.startsWith(name + "/"))
                .findFirst()
                .orElseGet(() -> config.tenants().of(upload.key()));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }
}
