package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.SourcePage;

/**
 * A public status page as its owner arranged it; it shows neither states nor targets.
 *
 * @param monitors those of all groups
 * @param content what of it is public
 */
record StatusPage(Map<MonitorId, Monitor> monitors, SourcePage content) {
    /** No page was requested, or it did not answer. */
    static final StatusPage NONE = new StatusPage(Map.of(), SourcePage.NONE);

    private static final ObjectMapper JSON = new ObjectMapper();

    StatusPage {
        monitors = Map.copyOf(monitors);
    }

    /** @throws IOException if it is not JSON, or not a status page */
    static StatusPage parse(InputStream body, Instant now) throws IOException {
        Body page = JSON.readValue(body, Body.class);
        if (page == null || page.publicGroupList == null) {
            throw new IOException("no status page");
        }
        Map<MonitorId, Monitor> monitors = new HashMap<>();
        List<SourcePage.Group> groups = new ArrayList<>();
        for (Group group : page.publicGroupList) {
            List<SourcePage.Entry> entries = new ArrayList<>();
            for (Entry entry : group.monitorList == null ? List.<Entry>of() : group.monitorList) {
                if (entry.id != null && MonitorId.isValid(entry.id)) {
                    Monitor monitor = entry.monitor(group.name == null ? "" : group.name);
                    monitors.put(monitor.id(), monitor);
                    entries.add(new SourcePage.Entry(monitor.id(), monitor.name(), monitor.kind()));
                }
            }
            groups.add(new SourcePage.Group(
                    group.id == null ? "" : group.id, group.name == null ? "" : group.name, entries));
        }
        return new StatusPage(
                monitors,
                new SourcePage(true, groups, page.announced(now), PageMaintenances.of(page.maintenanceList, now)));
    }

    /** Kuma 1.x shows one incident, Kuma 2.x a list. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(List<Group> publicGroupList, JsonNode incident, JsonNode incidents, JsonNode maintenanceList) {
        List<Incident> announced(Instant now) {
            return PageIncidents.of(incidents == null || incidents.isNull() ? incident : incidents, now);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Group(String id, String name, List<Entry> monitorList) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Entry(String id, String name, String type) {
        Monitor monitor(String group) {
            return new Monitor(
                    new MonitorId(id),
                    type == null ? MonitorKind.UNKNOWN : MonitorLabels.kind(type),
                    type == null ? "" : type,
                    name == null ? "" : name,
                    "",
                    group,
                    List.of());
        }
    }
}
