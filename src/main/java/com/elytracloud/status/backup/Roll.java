package com.elytracloud.status.backup;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.elytracloud.status.assess.BackupTally;
import com.elytracloud.status.domain.BackupObject;
import com.elytracloud.status.domain.BackupPolicy;
import com.elytracloud.status.domain.Failure;

/** Who has backups, and where they lie; filled from several threads. */
final class Roll {
    private final Tenants tenants;
    private final BackupConfig config;
    private final BackupPolicy policy;
    private final Instant now;
    private final Map<String, Whereabouts> found = new TreeMap<>();
    private Failure endedEarly;

    Roll(BackupConfig config, BackupPolicy policy, Instant now) {
        tenants = config.tenants();
        this.config = config;
        this.policy = policy;
        this.now = now;
    }

    /** Notes an object that was seen on the way. */
    synchronized void add(BackupObject object) {
        if (config.counts(object.key())) {
            Whereabouts whereabouts = of(tenants.of(object.key()));
            whereabouts.seen.add(object);
            whereabouts.hasSeen = true;
        }
    }

    /** Notes a folder whose objects have to be listed. */
    synchronized void addFolder(String folder, String parent) {
        String tenant = tenants.of(folder + "x");
        if (tenants.isDated(folder)) {
            of(tenant)
                    .stretches
                    .merge(parent + "\u0000dates", Stretch.of(parent).with(folder), (row, one) -> row.with(folder));
        } else {
            of(tenant).stretches.put(folder, Stretch.of(folder));
        }
    }

    /** Notes a tenant whose folder is known by its name alone. */
    synchronized void addTenant(String tenant) {
        of(tenant).stretches.put(tenants.folder(tenant), Stretch.of(tenants.folder(tenant)));
    }

    /** Notes a tenant that must be judged even if there is nothing of it. */
    synchronized void addMissing(String tenant) {
        of(tenant);
    }

    /** Whether a tenant was found, or noted. */
    synchronized boolean has(String tenant) {
        return found.containsKey(tenant);
    }

    /** Notes that the search itself did not come to its end. */
    synchronized void endEarly(Failure failure) {
        endedEarly = endedEarly == null ? failure : endedEarly;
    }

    /** Why the search ended early, if it did. */
    synchronized Optional<Failure> endedEarly() {
        return Optional.ofNullable(endedEarly);
    }

    /** Each tenant, in the order of their names. */
    synchronized Map<String, Whereabouts> found() {
        return new LinkedHashMap<>(found);
    }

    private Whereabouts of(String tenant) {
        return found.computeIfAbsent(tenant, name -> new Whereabouts(new BackupTally(name, policy, now)));
    }

    /** Where one tenant's backups lie. */
    static final class Whereabouts {
        private final BackupTally seen;
        private final Map<String, Stretch> stretches = new TreeMap<>();
        private boolean hasSeen;

        private Whereabouts(BackupTally seen) {
            this.seen = seen;
        }

        /** What was seen on the way to the folders. */
        BackupTally seen() {
            return seen;
        }

        /** Whether anything was seen on the way. */
        boolean hasSeen() {
            return hasSeen;
        }

        /** Whether an unfinished search cannot have missed anything of it. */
        boolean isCertain() {
            return !hasSeen
                    && stretches.values().stream()
                            .anyMatch(stretch -> stretch.first().isEmpty());
        }

        /** What is still to be listed. */
        List<Stretch> stretches() {
            return List.copyOf(stretches.values());
        }
    }
}
