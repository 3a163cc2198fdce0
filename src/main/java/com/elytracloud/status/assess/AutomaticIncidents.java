package com.elytracloud.status.assess;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.PlatformVerdict;
import com.elytracloud.status.domain.ProductTexts;

/** The incident of a confirmed degradation or outage that nobody announced; it ends with the confirmed recovery. */
record AutomaticIncidents(
        FlapState before,
        FlapState after,
        PlatformVerdict platform,
        List<Component.Verdict> components,
        ProductTexts texts,
        Instant now) {
    /**
     * The automatic incidents after this run.
     *
     * @param known all that earlier runs knew
     * @param announced what operators announced, in this program or at the source
     */
    List<Incident> next(Announcements known, Announcements announced) {
        Set<String> takenOver = announced.incidents().stream().map(Incident::id).collect(Collectors.toSet());
        List<Incident> incidents = known.incidents().stream()
                .filter(each -> each.source() == Announcements.Source.AUTOMATIC && !takenOver.contains(each.id()))
                .map(each -> each.isOpen() ? advanced(each) : each)
                .toList();
        boolean isOpen = incidents.stream().anyMatch(Incident::isOpen);
        return isOpen || !isBad() || isAnnounced(announced)
                ? incidents
                : Stream.concat(incidents.stream(), Stream.of(opened())).toList();
    }

    private boolean isBad() {
        return impact() != Impact.NONE && platform.componentStatus() != ComponentStatus.MAINTENANCE;
    }

    private Impact impact() {
        return switch (after.confirmed()) {
            case OUTAGE -> Impact.OUTAGE;
            case DEGRADED -> Impact.DEGRADED;
            case OPERATIONAL, UNKNOWN -> Impact.NONE;
        };
    }

    // A post without an impact, such as a greeting that is pinned for months, announces no degradation.
    private boolean isAnnounced(Announcements announced) {
        return announced.incidents().stream()
                .anyMatch(each -> each.isOpen() && each.impact() != Impact.NONE && each.concerns(affected()));
    }

    private List<String> affected() {
        return components.stream()
                .filter(each -> each.status().compareTo(ComponentStatus.DEGRADED) >= 0)
                .map(each -> each.component().id())
                .toList();
    }

    // Its start is the first run that saw it: an outage is confirmed by the second.
    private Incident opened() {
        boolean isSecondRun = before.bad() == 1 && after.confirmed() == PlatformStatus.OUTAGE;
        Instant start = isSecondRun && before.countedAt().isBefore(now) ? before.countedAt() : now;
        String second = start.truncatedTo(ChronoUnit.SECONDS).toString();
        return new Incident(
                second.replaceAll("[-:Z]", "").replace('T', '-') + "-auto",
                title(),
                impact(),
                affected(),
                Announcements.Source.AUTOMATIC,
                start,
                List.of(new Update<>(start, Incident.Status.INVESTIGATING, found())));
    }

    private Incident advanced(Incident open) {
        if (after.confirmed() == PlatformStatus.OPERATIONAL) {
            return open.with(now, Incident.Status.RESOLVED, texts.recovered());
        }
        List<String> all =
                Stream.concat(open.components().stream(), affected().stream()).toList();
        return impact().compareTo(open.impact()) > 0
                ? open.edited(title(), impact(), all).with(now, Incident.Status.INVESTIGATING, found())
                : open.edited(open.title(), open.impact(), all);
    }

    private String title() {
        return impact() == Impact.OUTAGE ? texts.disruption() : texts.degradation();
    }

    private String found() {
        return impact() == Impact.OUTAGE ? texts.disruptionFound() : texts.degradationFound();
    }
}
