package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.ComponentVerdict;
import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.StatusOverride;

/** What is published as the status: the measured one, raised by open incidents, or the override's for the platform. */
public record ShownStatus(PlatformStatus platform, Map<String, ComponentStatus> components) {
    public ShownStatus {
        components = Map.copyOf(components);
    }

    public static ShownStatus of(Assessment assessment, Announcements announced, Instant now) {
        List<Incident> open = announced.incidents().stream()
                .filter(Incident::isOpen)
                .filter(each -> each.source() != AnnouncementSource.AUTOMATIC)
                .toList();
        Map<String, ComponentStatus> components = new HashMap<>();
        for (ComponentVerdict verdict : assessment.components()) {
            String id = verdict.component().id();
            ComponentStatus status = verdict.status();
            for (Incident incident : open) {
                status = incident.components().contains(id) ? status.raisedTo(incident.impact()) : status;
            }
            components.put(id, status);
        }
        PlatformStatus measured = assessment.platform().status();
        return new ShownStatus(
                announced.overrideAt(now).map(StatusOverride::status).orElseGet(() -> raised(measured, open)),
                components);
    }

    /** The day's status of the platform: planned work that explains everything does not make it a bad day. */
    public ComponentStatus day(Assessment assessment) {
        return platform == assessment.platform().status()
                ? assessment.platform().componentStatus()
                : ComponentStatus.of(platform);
    }

    private static PlatformStatus raised(PlatformStatus measured, List<Incident> open) {
        boolean isOutage = open.stream().anyMatch(each -> each.impact() == Impact.OUTAGE);
        boolean isDegraded = open.stream().anyMatch(each -> each.impact() == Impact.DEGRADED);
        if (isOutage) {
            return PlatformStatus.OUTAGE;
        }
        return isDegraded && measured != PlatformStatus.OUTAGE ? PlatformStatus.DEGRADED : measured;
    }
}
