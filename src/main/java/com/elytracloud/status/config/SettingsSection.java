package com.elytracloud.status.config;

import java.util.List;
import java.util.Set;

/** The settings of one part; a bean that reads them when it is made and keeps what is wrong with them. */
public interface SettingsSection {
    /** What is wrong, empty if nothing is. */
    List<Problem> problems();

    /** Whether a capability needs this part. */
    boolean servesFor(Capability capability);

    /** Secrets, which must never be published in any form; a section returns every secret that it reads. */
    default Set<Secret> secrets() {
        return Set.of();
    }

    /** Names that are not secret but internal: hosts, buckets, folders; empty ones do not count. */
    default Set<String> internalNames() {
        return Set.of();
    }

    /** What someone is about to do, and therefore which settings must be right. */
    enum Capability {
        READ_MONITORS,
        READ_BACKUPS,
        /** Reading both and evaluating them. */
        ASSESS,
        /** Publishing an announcement. */
        ANNOUNCE,
        /** A whole run. */
        PUBLISH,
        /** Checking the published site from outside. */
        WATCH,
        /** Sending messages to the operator, and nothing else. */
        ALERT
    }
}
