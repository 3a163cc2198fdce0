package com.elytracloud.status.domain;

import java.time.Duration;
import java.util.List;
import java.util.Objects;

/**
 * What the listing showed of one tenant's backups.
 *
 * @param tenant the prefix level, empty where all backups are one tenant's; never published
 * @param complete whether every object was seen
 * @param newestValid the newest objects that could be a backup, newest first, at most eight
 * @param newestIsValid whether the newest object of all could be a backup; true where there is none
 * @param distinctDays on how many of the last seven UTC days, today included, a valid backup was taken
 * @param history how far back the oldest valid backup reaches; zero without one
 * @param stalledUpload the age of the oldest unfinished upload, zero without one
 */
public record BackupEvidence(
        String tenant,
        boolean complete,
        List<DatedBackup> newestValid,
        boolean newestIsValid,
        int distinctDays,
        Duration history,
        Duration stalledUpload) {
    public BackupEvidence {
        Objects.requireNonNull(tenant, "tenant");
        newestValid = List.copyOf(newestValid);
        Objects.requireNonNull(history, "history");
        Objects.requireNonNull(stalledUpload, "stalledUpload");
    }
}
