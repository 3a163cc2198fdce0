package com.elytracloud.status.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What a run remembers of the backups for the next: who was there, and where looking may go on. Never published.
 *
 * @param begun the instant of the run that began it; {@link Instant#MIN} before the first and where it was not told
 */
public record BackupMemory(Instant begun, Map<String, TenantMemory> tenants) {
    /** Before the first run, or after a lost state. */
    public static final BackupMemory NONE = new BackupMemory(Instant.MIN, Map.of());

    /** What the marks of a tenant may take of the state, on average; where they take more, the longest are dropped. */
    private static final int MARK_LENGTH = 25;

    private static final int TENANTS_OF_THE_DESIGN = 200;

    public BackupMemory {
        Objects.requireNonNull(begun, "begun");
        tenants = Map.copyOf(tenants);
    }

    /** Whether there was no run before: then no tenant is newer than another. */
    public boolean isFirst() {
        return begun.equals(Instant.MIN) && tenants.isEmpty();
    }

    /** Whether a tenant was first seen by a later run than the first one, and no longer ago than the grace lasts. */
    public boolean isNew(String tenant, Instant now, Duration grace) {
        TenantMemory known = tenants.get(tenant);
        Instant since = known == null ? now : known.since();
        return !isFirst() && since.isAfter(begun) && !now.isAfter(since.plus(grace));
    }

    /** The same without the longest marks, if all of them together are too long: their tenants are listed in full. */
    public BackupMemory bounded() {
        int left = tenants.values().stream()
                        .mapToInt(tenant -> tenant.mark().length())
                        .sum()
                - MARK_LENGTH * Math.max(TENANTS_OF_THE_DESIGN, tenants.size());
        if (left <= 0) {
            return this;
        }
        Map<String, TenantMemory> fewer = new HashMap<>(tenants);
        List<String> longestFirst = tenants.keySet().stream()
                .sorted(Comparator.<String>comparingInt(
                                name -> tenants.get(name).mark().length())
                        .reversed()
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
        for (int i = 0; left > 0; i++) {
            TenantMemory tenant = tenants.get(longestFirst.get(i));
            left -= tenant.mark().length();
            fewer.put(longestFirst.get(i), tenant.withoutPosition());
        }
        return new BackupMemory(begun, fewer);
    }
}
