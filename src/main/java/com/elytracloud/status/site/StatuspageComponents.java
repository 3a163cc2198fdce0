package com.elytracloud.status.site;

import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.site.StatuspageIncident.Impact;
import com.elytracloud.status.site.StatuspageJson.Component;

/** The components in the words of Statuspage; where the operator configured none, the platform is the only one. */
final class StatuspageComponents {
    /** Clients want an instant at which a component was made; when it was is nobody's business. */
    private static final Instant EVER = Instant.parse("2020-01-01T00:00:00Z");

    private final SiteIdentity site;
    private final StatusDocument status;
    private final List<ComponentEntry> components;

    StatuspageComponents(SiteIdentity site, StatusDocument status) {
        this.site = site;
        this.status = status;
        components = status.components().isEmpty()
                ? List.of(new ComponentEntry("platform", "Platform", status.platformStatus()))
                : status.components();
    }

    /** What they contribute to the indicator of the whole page. */
    Impact worst() {
        return components.stream().map(this::impact).reduce(Impact.NONE, Impact::orWorse);
    }

    List<Component> toJson() {
        return IntStream.range(0, components.size())
                .mapToObj(i -> toJson(components.get(i), i + 1))
                .toList();
    }

    private Component toJson(ComponentEntry component, int position) {
        return new Component(
                Digests.shortId(site.id() + "/component/" + component.id()),
                component.name(),
                word(component),
                EVER,
                status.updatedAt(),
                position,
                null,
                false,
                null,
                null,
                site.id(),
                false,
                false);
    }

    private String word(ComponentEntry component) {
        return switch (Look.of(component, status)) {
            case OPERATIONAL -> "operational";
            case DEGRADED, UNKNOWN -> "degraded_performance";
            case MAINTENANCE -> "under_maintenance";
            case OUTAGE -> "major_outage";
        };
    }

    private Impact impact(ComponentEntry component) {
        return switch (Look.of(component, status)) {
            case OPERATIONAL -> Impact.NONE;
            case DEGRADED, UNKNOWN -> Impact.MINOR;
            case MAINTENANCE -> Impact.MAINTENANCE;
            case OUTAGE -> Impact.MAJOR;
        };
    }
}
