package com.elytracloud.status.run;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Reading;

/** Tells what lies in the storage of the backups. */
public interface BackupSource {
    /**
     * Looks once.
     *
     * @param policy what counts as a backup
     * @param now the instant of the run
     * @param memory what the run before remembers, asked for when it is needed; looking is the same without, but longer
     * @return the evidence of each tenant; nothing if there is no tenant; failed, never an exception, if the storage
     *     could not be read at all by the deadline
     */
    Reading<List<BackupEvidence>> read(
            BackupPolicy policy, Supplier<BackupMemory> memory, Instant now, Deadline deadline);

    /** Looks once, as if for the first time. */
    default Reading<List<BackupEvidence>> read(BackupPolicy policy, Instant now, Deadline deadline) {
        return read(policy, () -> BackupMemory.NONE, now, deadline);
    }
}
