package com.elytracloud.status.site;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.site.StatuspageIncident.Impact;
import com.elytracloud.status.site.StatuspageJson.Component;
import com.elytracloud.status.site.StatuspageJson.Document;
import com.elytracloud.status.site.StatuspageJson.Freshness;
import com.elytracloud.status.site.StatuspageJson.Incident;
import com.elytracloud.status.site.StatuspageJson.Page;
import com.elytracloud.status.site.StatuspageJson.Status;

/**
 * The eight files of Atlassian's Statuspage API v2, for the many clients that read it.
 *
 * <p>It has neither an unknown status nor an age. Unknown becomes degraded with an open incident that says so; a site that
 * is no longer updated cannot say so, and therefore these files, unlike {@code status.json}, should not be trusted alone.
 */
final class StatuspageApi {
    private final SiteIdentity site;
    private final StatusDocument status;
    private final boolean maintained;
    private final StatuspageComponents components;
    private final List<StatuspageIncident> incidents;

    private StatuspageApi(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        this.site = site;
        this.status = status;
        maintained = Look.isMaintenance(status);
        components = new StatuspageComponents(site, status);
        incidents = StatuspageIncidents.of(site, status, history);
    }

    static StatuspageApi of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        return new StatuspageApi(site, status, history);
    }

    /** The bytes of each file by its path. */
    Map<String, byte[]> files() {
        List<Component> parts = components.toJson();
        List<Incident> all = toJson(incidents);
        List<Incident> open = toJson(open());
        List<Incident> running =
                maintained ? toJson(List.of(StatuspageIncident.maintenance(site.id(), status.notice()))) : List.of();
        Status overall = overall();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("api/v2/components.json", file(parts, null, null, null));
        files.put("api/v2/incidents.json", file(null, all, null, null));
        files.put("api/v2/incidents/unresolved.json", file(null, open, null, null));
        files.put("api/v2/scheduled-maintenances.json", file(null, null, running, null));
        files.put("api/v2/scheduled-maintenances/active.json", file(null, null, running, null));
        // Nothing is announced ahead here, but clients ask for this file whatever they are after.
        files.put("api/v2/scheduled-maintenances/upcoming.json", file(null, null, List.of(), null));
        files.put("api/v2/summary.json", file(parts, open, running, overall));
        files.put("api/v2/status.json", file(null, null, null, overall));
        return files;
    }

    private byte[] file(List<Component> parts, List<Incident> some, List<Incident> maintenances, Status overall) {
        return Json.document(new Document(page(), freshness(), parts, some, maintenances, overall));
    }

    private Page page() {
        String url = site.address() == null
                ? "urn:elytra-status:" + site.id()
                : site.address().toString();
        return new Page(site.id(), site.title(), url, "Etc/UTC", status.updatedAt());
    }

    private Freshness freshness() {
        return new Freshness(status.platformStatus(), status.staleAfter());
    }

    private Status overall() {
        Impact platform = maintained ? Impact.MAINTENANCE : StatuspageIncident.impact(status.platformStatus());
        Impact indicator = open().stream()
                .map(StatuspageIncident::impact)
                .reduce(platform.orWorse(components.worst()), Impact::orWorse);
        return new Status(indicator, description(indicator));
    }

    private List<StatuspageIncident> open() {
        return incidents.stream().filter(StatuspageIncident::isOpen).toList();
    }

    private List<Incident> toJson(List<StatuspageIncident> some) {
        return some.stream().map(each -> each.toJson(site)).toList();
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
}
