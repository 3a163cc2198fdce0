package com.elytracloud.status.config;

import java.util.List;
import java.util.Set;

/** The settings of one part; a bean that reads all of them when it is made. */
public interface SettingsSection {
    /** What read them and noted what is wrong, what is secret and what is internal. */
    SettingsReader reader();

    /** What is wrong, empty if nothing is. */
    default List<Problem> problems() {
        return reader().problems();
    }

    /** Whether a capability needs this part. */
    default boolean servesFor(Capability capability) {
        return reader().capabilities.contains(capability);
    }

    /** Secrets, which must never be published in any form. */
    default Set<Secret> secrets() {
        return reader().secrets();
    }

    /** Names that are not secret but internal: hosts, buckets, folders. */
    default Set<String> internalNames() {
        return Set.copyOf(reader().internalNames);
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
        /** Starting a run by a webhook. */
        TRIGGER,
        /** Checking the published site from outside. */
        WATCH,
        /** Sending messages to the operator, and nothing else. */
        ALERT
    }
}
