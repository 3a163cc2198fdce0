package com.elytracloud.status.run;

import java.time.Instant;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.Reading;

/** Lists the storage of the backups. */
public interface BackupSource {
    /**
     * Lists once.
     *
     * @return what was listed by the deadline; nothing if no storage is configured; failed, never an exception, if the
     *     storage could not be read at all
     */
    Reading<BackupListing> read(Instant now, Deadline deadline);
}
