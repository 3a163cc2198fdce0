package com.elytracloud.status.testing;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupMemory;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.Deadline;

/** A storage that holds what a test wants. */
public record FakeBackupSource(Supplier<Reading<List<BackupEvidence>>> answer) implements BackupSource {
    /** It holds the backups of these tenants. */
    public static FakeBackupSource of(TenantBuilder... tenants) {
        List<BackupEvidence> evidence =
                Arrays.stream(tenants).map(TenantBuilder::evidence).toList();
        return new FakeBackupSource(() -> new Reading.Found<>(evidence));
    }

    /** It cannot be read. */
    public static FakeBackupSource failing(Failure.Reason reason) {
        return new FakeBackupSource(() -> new Reading.Failed<>(new Failure(reason, "as the test wants")));
    }

    /** It never answers. */
    public static FakeBackupSource hanging() {
        return new FakeBackupSource(Hang::forever);
    }

    @Override
    public Reading<List<BackupEvidence>> read(
            BackupPolicy policy, Supplier<BackupMemory> memory, Instant now, Deadline deadline) {
        return answer.get();
    }
}
