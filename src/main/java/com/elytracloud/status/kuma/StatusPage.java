package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

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

    private static final ObjectMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

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
            for (Entry entry : group.monitorList) {
                if (MonitorId.isValid(entry.id)) {
                    Monitor monitor = entry.monitor(group.name);
                    monitors.put(monitor.id(), monitor);
                    entries.add(new SourcePage.Entry(monitor.id(), monitor.name(), monitor.kind()));
                }
            }
            groups.add(new SourcePage.Group(group.id, group.name, entries));
        }
        return new StatusPage(
                monitors,
                new SourcePage(
                        true,
                        groups,
                        PagePosts.incidents(
                                readable(
                                        page.incidents == null ? page.incident : page.incidents,
                                        PagePosts.Pinned.class),
                                now),
                        PagePosts.maintenances(readable(page.maintenanceList, PagePosts.Planned.class), now)));
    }

    // One post or a list of them; one that cannot be read must not hide the page.
    private static <T> List<T> readable(JsonNode postsOrNull, Class<T> type) {
        List<T> readable = new ArrayList<>();
        Iterable<JsonNode> posts = postsOrNull == null || postsOrNull.isObject()
                ? Stream.ofNullable(postsOrNull).toList()
                : postsOrNull;
        for (JsonNode post : posts) {
            try {
                Optional.ofNullable(JSON.treeToValue(post, type)).ifPresent(readable::add);
            } catch (JsonProcessingException e) {
                // left out
            }
        }
        return readable;
    }

    /** Kuma 1.x shows one incident, Kuma 2.x a list. */
    record Body(List<Group> publicGroupList, JsonNode incidents, JsonNode incident, JsonNode maintenanceList) {}

    record Group(String id, String name, List<Entry> monitorList) {
        Group {
            id = Objects.requireNonNullElse(id, "");
            name = Objects.requireNonNullElse(name, "");
            monitorList = Objects.requireNonNullElse(monitorList, List.of());
        }
    }

    record Entry(String id, String name, String type) {
        Entry {
            id = Objects.requireNonNullElse(id, "");
            name = Objects.requireNonNullElse(name, "");
        }

        Monitor monitor(String group) {
            MonitorKind kind = type == null ? MonitorKind.UNKNOWN : KumaValues.kind(type);
            return new Monitor(new MonitorId(id), kind, Objects.requireNonNullElse(type, ""), name, "", group);
        }
    }
}
