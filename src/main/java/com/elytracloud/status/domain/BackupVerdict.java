package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The verdict for all backups together.
 *
 * @param reason why, for the operator; never published
 */
public record BackupVerdict(BackupStatus status, String reason, List<TenantVerdict> tenants) {
    public BackupVerdict {
        tenants = List.copyOf(tenants);
    }

    /** Nothing is known, and so no tenant is either. */
    public static BackupVerdict unknown(String reason) {
        return new BackupVerdict(BackupStatus.UNKNOWN, reason, List.of());
    }

    /** The oldest of the newest backups of the healthy tenants: each of them is at least that fresh. */
    public Optional<Instant> lastSuccessfulAt() {
        return tenants.stream()
                .filter(tenant -> tenant.status() == BackupStatus.SUCCESS)
                .flatMap(tenant -> tenant.newestAt().stream())
                .min(Comparator.naturalOrder());
    }
}
