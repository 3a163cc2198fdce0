package com.elytracloud.status.testing;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BackupSource;
import com.elytracloud.status.run.Deadline;

/** A storage that holds what a test wants. */
public record FakeBackupSource(Supplier<Reading<BackupListing>> answer) implements BackupSource {
    /** It holds the backups of these customers. */
    public static FakeBackupSource of(TenantBuilder... tenants) {
        BackupListing listing = TenantBuilder.listing(List.of(tenants));
        return new FakeBackupSource(() -> new Reading.Found<>(listing));
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
    public Reading<BackupListing> read(Instant now, Deadline deadline) {
        return answer.get();
    }
}
