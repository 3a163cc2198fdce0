package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Comparator;
import java.util.function.Predicate;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.StatusOverride;

/**
 * What is published as the status: the measured one, raised by open incidents, or the override's for the platform.
 *
 * @param posted by operators, in this program or at the source; an automatic incident only repeats what is measured
 */
record ShownStatus(Announcements posted, Instant now) {
    PlatformStatus platform(PlatformVerdict measured) {
        return posted.overrideAt(now).map(StatusOverride::status).orElseGet(() -> measured.status()
                .raisedTo(worst(any -> true)));
    }

    ComponentStatus component(String id, ComponentStatus measured) {
        return measured.raisedTo(worst(incident -> incident.components().contains(id)));
    }

    /** The day's status of the platform: planned work that explains everything does not make it a bad day. */
    ComponentStatus day(PlatformVerdict measured) {
        PlatformStatus shown = platform(measured);
        ComponentStatus status = measured.componentStatus();
        return shown == measured.status() ? status : status.orWorse(ComponentStatus.of(shown));
    }

    private Impact worst(Predicate<Incident> concerned) {
        return posted.incidents().stream()
                .filter(Incident::isOpen)
                .filter(concerned)
                .map(Incident::impact)
                .max(Comparator.naturalOrder())
                .orElse(Impact.NONE);
    }
}
