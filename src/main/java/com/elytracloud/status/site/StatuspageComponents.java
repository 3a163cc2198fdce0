package com.elytracloud.status.site;

import java.io.IOException;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.site.StatuspageIncident.Impact;

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

    void writeTo(JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("components");
        for (int i = 0; i < components.size(); i++) {
            write(components.get(i), i + 1, json);
        }
        json.writeEndArray();
    }

    private void write(ComponentEntry component, int position, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("id", Digests.shortId(site.id() + "/component/" + component.id()));
        json.writeStringField("name", component.name());
        json.writeStringField("status", word(component));
        StatuspageApi.time("created_at", EVER, json);
        StatuspageApi.time("updated_at", status.updatedAt(), json);
        json.writeNumberField("position", position);
        json.writeNullField("description");
        json.writeBooleanField("showcase", false);
        json.writeNullField("start_date");
        json.writeNullField("group_id");
        json.writeStringField("page_id", site.id());
        json.writeBooleanField("group", false);
        json.writeBooleanField("only_show_if_degraded", false);
        json.writeEndObject();
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
