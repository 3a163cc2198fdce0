package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.databind.ObjectMapper;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;

/** The monitors of a public status page as its owner arranged them; it shows neither states nor targets. */
record StatusPage(Map<MonitorId, Monitor> monitors) {
    /** No page was requested, or it did not answer. */
    static final StatusPage NONE = new StatusPage(Map.of());

    private static final ObjectMapper JSON = new ObjectMapper();

    StatusPage {
        monitors = Map.copyOf(monitors);
    }

    /** @throws IOException if it is not JSON, or not a status page */
    static StatusPage parse(InputStream body) throws IOException {
        Body page = JSON.readValue(body, Body.class);
        if (page == null || page.publicGroupList == null) {
            throw new IOException("no status page");
        }
        Map<MonitorId, Monitor> monitors = new HashMap<>();
        for (Group group : page.publicGroupList) {
            for (Entry entry : group.monitorList == null ? List.<Entry>of() : group.monitorList) {
                if (entry.id != null && MonitorId.isValid(entry.id)) {
                    monitors.put(new MonitorId(entry.id), entry.monitor(group.name == null ? "" : group.name));
                }
            }
        }
        return new StatusPage(monitors);
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Body(List<Group> publicGroupList) {}

    @JsonIgnoreProperties(ignoreUnknown = true)
    private record Group(String name, List<Entry> monitorList) {}

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
