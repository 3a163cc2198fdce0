package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Map;

import com.elytracloud.status.assess.FlapFilter.Filtered;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.ClassifiedMonitors;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Reading;

/** Runs for tests. */
final class Runs {
    private Runs() {}

    /** A run without components and announcements. */
    static StateTransition.Run run(
            Instant now,
            Instant slot,
            Reading<ClassifiedMonitors> fleet,
            Filtered filtered,
            Reading<BackupListing> backups) {
        return new StateTransition.Run(
                now,
                slot,
                fleet,
                filtered,
                ComponentStatus.of(filtered.published()),
                Map.of(),
                backups,
                Announcements.NONE);
    }
}
