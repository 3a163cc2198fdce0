package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.site.StatuspageJson.Component;

/** The components in the form of Statuspage, each group before its members; without components the platform is the only one. */
final class StatuspageComponents {
    /** Clients need an instant at which a component was created; it is not published. */
    private static final Instant CREATED = Instant.parse("2020-01-01T00:00:00Z");

    private final List<Component> all = new ArrayList<>();
    private final SiteIdentity site;
    private final StatusDocument status;

    private StatuspageComponents(SiteIdentity site, StatusDocument status) {
        this.site = site;
        this.status = status;
    }

    static StatuspageComponents of(SiteIdentity site, FeedTexts texts, StatusDocument status) {
        StatuspageComponents components = new StatuspageComponents(site, status);
        if (status.components().isEmpty()) {
            components.add("platform", texts.platform(), word(status.headline()), null, null);
        }
        components.addGroups();
        return components;
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

    // A component without a group is a group of its own here, under a key that no name of a group can be.
    private void addGroups() {
        Map<List<String>, List<ComponentEntry>> groups = new LinkedHashMap<>();
        for (ComponentEntry each : status.components()) {
            List<String> key = each.group() == null ? List.of("component", each.id()) : List.of(each.group());
            groups.computeIfAbsent(key, any -> new ArrayList<>()).add(each);
        }
        groups.values().forEach(this::addGroup);
    }

    private void addGroup(List<ComponentEntry> members) {
        String name = members.get(0).group();
        String group = name == null ? null : Digests.shortId(site.id() + "/group/" + name);
        if (group != null) {
            ComponentStatus worst = members.stream()
                    .map(ComponentEntry::status)
                    .max((a, b) -> Integer.compare(rank(a), rank(b)))
                    .orElseThrow();
            add(
                    group,
                    name,
                    word(worst),
                    null,
                    members.stream().map(ComponentEntry::id).toList());
        }
        members.forEach(each -> add(each.id(), each.name(), word(each.status()), group, null));
    }

    private void add(String id, String name, String word, String groupOrNull, List<String> membersOrNull) {
        all.add(new Component(
                id,
                PlainText.of(name),
                word,
                CREATED,
                status.updatedAt(),
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

    private static int rank(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> 0;
            case MAINTENANCE -> 1;
            case DEGRADED, UNKNOWN -> 2;
            case OUTAGE -> 3;
        };
    }

    // Statuspage has no word for unknown; it is never published as operational.
    private static String word(ComponentStatus status) {
        return switch (status) {
            case OPERATIONAL -> "operational";
            case MAINTENANCE -> "under_maintenance";
            case DEGRADED, UNKNOWN -> "degraded_performance";
            case OUTAGE -> "major_outage";
        };
    }

    private static String word(Headline headline) {
        return switch (headline) {
            case OPERATIONAL -> "operational";
            case MAINTENANCE -> "under_maintenance";
            case DEGRADED, UNKNOWN -> "degraded_performance";
            case PARTIAL_OUTAGE -> "partial_outage";
            case MAJOR_OUTAGE -> "major_outage";
        };
    }
}
