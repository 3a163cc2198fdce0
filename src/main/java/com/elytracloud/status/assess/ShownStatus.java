package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

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
                .filter(each -> each.isOpen() && each.source() != AnnouncementSource.AUTOMATIC)
                .toList();
        Map<String, ComponentStatus> components = new HashMap<>();
        for (ComponentVerdict each : assessment.components()) {
            String id = each.component().id();
            Impact impact =
                    worst(open.stream().filter(incident -> incident.components().contains(id)));
            components.put(id, each.status().raisedTo(impact));
        }
        return new ShownStatus(
                announced
                        .overrideAt(now)
                        .map(StatusOverride::status)
                        .orElseGet(() -> raised(assessment.platform().status(), worst(open.stream()))),
                components);
    }

    private static Impact worst(Stream<Incident> incidents) {
        return incidents.map(Incident::impact).max(Comparator.naturalOrder()).orElse(Impact.NONE);
    }

    private static PlatformStatus raised(PlatformStatus measured, Impact impact) {
        return switch (impact) {
            case NONE -> measured;
            case DEGRADED -> measured == PlatformStatus.OUTAGE ? measured : PlatformStatus.DEGRADED;
            case OUTAGE -> PlatformStatus.OUTAGE;
        };
    }

    /** The day's status of the platform: planned work that explains everything does not make it a bad day. */
    public ComponentStatus day(Assessment assessment) {
        return platform == assessment.platform().status()
                ? assessment.platform().componentStatus()
                : ComponentStatus.of(platform);
    }
}
