package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.site.StatuspageJson.Component;

/** The components in the form of Statuspage, each group before its members; without components the platform is the only one. */
final class StatuspageComponents {
    /** Clients need an instant at which a component was created; it is not published. */
    private static final Instant CREATED = Instant.parse("2020-01-01T00:00:00Z");

    private final List<Component> all = new ArrayList<>();
    private final SiteIdentity site;
    private final Instant updatedAt;

    StatuspageComponents(SiteIdentity site, StatusDocument status) {
        this.site = site;
        updatedAt = status.updatedAt();
        if (status.components().isEmpty()) {
            add("platform", site.language().text("platformName"), status.headline(), null, null);
        }
        // A component without a group is a group of its own here.
        Map<Object, List<ComponentEntry>> groups = new LinkedHashMap<>();
        for (ComponentEntry each : status.components()) {
            groups.computeIfAbsent(each.group() == null ? each : each.group(), any -> new ArrayList<>())
                    .add(each);
        }
        groups.values().forEach(this::addGroup);
    }

    List<Component> all() {
        return List.copyOf(all);
    }

    /** Those with these ids, in the order of the page. */
    List<Component> named(List<String> ids) {
        return all.stream()
                .filter(each -> !each.group() && ids.contains(each.id()))
                .toList();
    }

    private void addGroup(List<ComponentEntry> members) {
        String name = members.get(0).group();
        String group = name == null ? null : Digests.shortId(site.id() + "/group/" + name);
        if (group != null) {
            Enum<?> worst = members.stream()
                    .map(ComponentEntry::status)
                    .max(Comparator.naturalOrder())
                    .orElseThrow();
            add(
                    group,
                    name,
                    worst,
                    null,
                    members.stream().map(ComponentEntry::id).toList());
        }
        members.forEach(each -> add(each.id(), each.name(), each.status(), group, null));
    }

    private void add(String id, String name, Enum<?> status, String groupOrNull, List<String> membersOrNull) {
        all.add(new Component(
                id,
                PlainText.of(name),
                word(StatusStyle.of(status)),
                CREATED,
                updatedAt,
                all.size() + 1,
                null,
                false,
                null,
                groupOrNull,
                site.id(),
                membersOrNull != null,
                false,
                membersOrNull));
    }

    // Statuspage has no word for unknown; it is never published as operational.
    private static String word(StatusStyle status) {
        return switch (status) {
            case OPERATIONAL -> "operational";
            case MAINTENANCE -> "under_maintenance";
            case DEGRADED, UNKNOWN -> "degraded_performance";
            case PARTIAL_OUTAGE -> "partial_outage";
            case OUTAGE -> "major_outage";
        };
    }
}
