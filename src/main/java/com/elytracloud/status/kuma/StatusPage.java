package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;

import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.SourcePage;

/** A public status page as its owner arranged it; it shows neither states nor targets. */
final class StatusPage {
    private StatusPage() {}

    /** @throws IOException if it is not JSON, or not a status page */
    static SourcePage parse(InputStream body, Instant now) throws IOException {
        Body page = KumaValues.read(body, Body.class);
        List<JsonNode> incidents = page.incidents.isEmpty() ? page.incident : page.incidents;
        return new SourcePage(
                true,
                page.publicGroupList.stream().map(Group::monitors).toList(),
                readable(incidents, PagePosts.Pinned.class)
                        .filter(PagePosts.Pinned::isPost)
                        .map(post -> post.incident(now))
                        .toList(),
                readable(page.maintenanceList, PagePosts.Planned.class)
                        .filter(post -> post.isRunningAt(now))
                        .map(post -> post.maintenance(now))
                        .toList());
    }

    // One that cannot be read must not hide the page.
    private static <T> Stream<T> readable(List<JsonNode> posts, Class<T> type) {
        return posts.stream().flatMap(post -> {
            try {
                return Stream.of(KumaValues.JSON.treeToValue(post, type));
            } catch (JsonProcessingException e) {
                return Stream.empty();
            }
        });
    }

    /** Kuma 1.x shows one incident, Kuma 2.x a list. */
    private record Body(
            @JsonProperty(required = true) @JsonSetter(nulls = Nulls.FAIL)
            List<Group> publicGroupList,

            List<JsonNode> incidents,

            @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
            List<JsonNode> incident,

            List<JsonNode> maintenanceList) {}

    private record Group(String id, String name, List<Entry> monitorList) {
        SourcePage.Group monitors() {
            List<Monitor> shown = monitorList.stream()
                    .filter(entry -> MonitorId.isValid(entry.id))
                    .map(entry -> entry.monitor(name))
                    .toList();
            return new SourcePage.Group(id, name, shown);
        }
    }

    private record Entry(String id, String name, String type) {
        Monitor monitor(String group) {
            return new Monitor(new MonitorId(id), KumaValues.kind(type), type, name, "", group);
        }
    }
}
