package com.elytracloud.status.backup;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.elytracloud.status.assess.BackupTally;
import com.elytracloud.status.domain.BackupEvidence;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;

/** Sorts a listing by tenant as it passes; keeps a few objects of each tenant, however long the listing is. */
final class TenantTallies {
    private final Tenants tenants;
    private final BackupPolicy policy;
    private final Instant now;
    private final Map<String, BackupTally> tallies = new TreeMap<>();

    TenantTallies(Tenants tenants, BackupPolicy policy, Instant now) {
        this.tenants = tenants;
        this.policy = policy;
        this.now = now;
    }

    /** Takes an object into account; the marker of an empty folder is none. */
    void add(BackupObject object) {
        if (!object.key().endsWith("/")) {
            tally(tenants.of(object.key())).add(object);
        }
    }

    /** Whether there was nothing to take into account. */
    boolean isEmpty() {
        return tallies.isEmpty();
    }

    /** The evidence of each tenant, in the order of their names. */
    List<BackupEvidence> toEvidence(boolean complete) {
        // Where all backups are one tenant's there is a tenant to judge even if nothing was found.
        if (tenants.depth() == 0) {
            tally(Tenants.WHOLE_PREFIX);
        }
        return tallies.values().stream()
                .map(tally -> tally.toEvidence(complete, Duration.ZERO))
                .toList();
    }

    private BackupTally tally(String tenant) {
        return tallies.computeIfAbsent(tenant, name -> new BackupTally(name, policy, now));
    }
}
