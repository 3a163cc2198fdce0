package com.elytracloud.status.site;

import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonGenerator;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.site.StatuspageIncident.Impact;

/**
 * The eight files of Atlassian's Statuspage API v2, for the many clients that read it.
 *
 * <p>It knows neither unknown nor an age. Unknown becomes degraded with an open incident that says so; a publisher that
 * fell silent cannot say so, and therefore these files, unlike {@code status.json}, are not to be trusted alone.
 */
final class StatuspageApi {
    private static final DateTimeFormatter MILLIS =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private final SiteIdentity site;
    private final StatusDocument status;
    private final boolean maintained;
    private final StatuspageComponents components;
    private final List<StatuspageIncident> incidents;
    private final List<StatuspageIncident> open;
    private final List<StatuspageIncident> maintenances;

    private StatuspageApi(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        this.site = site;
        this.status = status;
        maintained = Look.isMaintenance(status);
        components = new StatuspageComponents(site, status);
        incidents = StatuspageIncidents.of(site, status, history);
        open = incidents.stream().filter(StatuspageIncident::isOpen).toList();
        maintenances = maintained ? List.of(StatuspageIncident.maintenance(site.id(), status.notice())) : List.of();
    }

    static StatuspageApi of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        return new StatuspageApi(site, status, history);
    }

    /** The bytes of each file by its path. */
    Map<String, byte[]> files() {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("api/v2/components.json", file(components::writeTo));
        files.put("api/v2/incidents.json", file(json -> writeAll("incidents", incidents, json)));
        files.put("api/v2/incidents/unresolved.json", file(json -> writeAll("incidents", open, json)));
        String scheduled = "scheduled_maintenances";
        files.put("api/v2/scheduled-maintenances.json", file(json -> writeAll(scheduled, maintenances, json)));
        files.put("api/v2/scheduled-maintenances/active.json", file(json -> writeAll(scheduled, maintenances, json)));
        // Nothing is announced ahead here, but clients ask for this file whatever they are after.
        files.put("api/v2/scheduled-maintenances/upcoming.json", file(json -> writeAll(scheduled, List.of(), json)));
        files.put("api/v2/summary.json", file(this::writeSummary));
        files.put("api/v2/status.json", file(this::writeStatus));
        return files;
    }

    private byte[] file(JsonText.Content content) {
        return JsonText.bytes(json -> {
            json.writeStartObject();
            writePage(json);
            content.writeTo(json);
            json.writeEndObject();
        });
    }

    private void writePage(JsonGenerator json) throws IOException {
        json.writeObjectFieldStart("page");
        json.writeStringField("id", site.id());
        json.writeStringField("name", site.title());
        json.writeStringField(
                "url",
                site.address() == null
                        ? "urn:elytra-status:" + site.id()
                        : site.address().toString());
        json.writeStringField("time_zone", "Etc/UTC");
        time("updated_at", status.updatedAt(), json);
        json.writeEndObject();
        json.writeObjectFieldStart("x_freshness");
        JsonText.word("platform_status", status.platformStatus(), json);
        time("stale_after", status.staleAfter(), json);
        json.writeEndObject();
    }

    private void writeSummary(JsonGenerator json) throws IOException {
        components.writeTo(json);
        writeAll("incidents", open, json);
        writeAll("scheduled_maintenances", maintenances, json);
        writeStatus(json);
    }

    private void writeStatus(JsonGenerator json) throws IOException {
        Impact indicator = indicator();
        json.writeObjectFieldStart("status");
        json.writeStringField("indicator", indicator.word());
        json.writeStringField("description", description(indicator));
        json.writeEndObject();
    }

    private Impact indicator() {
        Impact platform = maintained ? Impact.MAINTENANCE : StatuspageIncident.impact(status.platformStatus());
        return open.stream()
                .map(StatuspageIncident::impact)
                .reduce(platform.orWorse(components.worst()), Impact::orWorse);
    }

    private static String description(Impact indicator) {
        return switch (indicator) {
            case NONE -> "All Systems Operational";
            case MAINTENANCE -> "Service Under Maintenance";
            case MINOR -> "Partially Degraded Service";
            case MAJOR -> "Partial System Outage";
            case CRITICAL -> "Major System Outage";
        };
    }

    private void writeAll(String field, List<StatuspageIncident> all, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart(field);
        for (StatuspageIncident each : all) {
            each.writeTo(json, site);
        }
        json.writeEndArray();
    }

    static void time(String field, Instant timeOrNull, JsonGenerator json) throws IOException {
        json.writeStringField(field, timeOrNull == null ? null : MILLIS.format(timeOrNull));
    }
}
