package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.MaintenanceStatus;

/**
 * One entry of the feed.
 *
 * @param path where it links to, relative to the folder of the site
 */
record FeedEntry(String id, String title, Instant at, String path, String text) {
    private static final int MOST = 100;

    static String feedId(SiteIdentity site) {
        return "urn:elytra-status:" + site.id();
    }

    /** The newest entries, newest first. */
    static List<FeedEntry> all(SiteIdentity site, FeedTexts texts, StatusDocument status, HistoryDocument history) {
        Source source = new Source(feedId(site), texts, status, history);
        List<FeedEntry> entries = new ArrayList<>();
        status.incidents().forEach(each -> source.addTo(entries, each));
        source.addPastTo(entries);
        status.maintenances().forEach(each -> source.addTo(entries, each));
        history.transitions().forEach(each -> entries.add(source.entry(each)));
        entries.sort(Comparator.comparing(FeedEntry::at).reversed());
        return List.copyOf(entries.subList(0, Math.min(MOST, entries.size())));
    }

    private record Source(String feed, FeedTexts texts, StatusDocument status, HistoryDocument history) {
        void addTo(List<FeedEntry> entries, IncidentEntry incident) {
            String note = affects(incident.components());
            Post.of(incident).forEach(post -> entries.add(entry(incident.id(), incident.title(), post, note)));
        }

        void addTo(List<FeedEntry> entries, MaintenanceEntry maintenance) {
            String note = affects(maintenance.components());
            for (Post post : Post.of(maintenance)) {
                String progress = texts.progress(MaintenanceStatus.valueOf(post.key()));
                String page = "index.html#" + maintenance.id();
                entries.add(entry("maintenance", progress, maintenance.title(), post, page, note));
            }
        }

        // What left status.json, because the incident is older or has more updates than that document holds.
        void addPastTo(List<FeedEntry> entries) {
            Set<String> present = entries.stream().map(FeedEntry::id).collect(Collectors.toSet());
            Map<String, String> titles = new LinkedHashMap<>();
            history.incidentUpdates().forEach(each -> titles.put(each.incidentId(), each.title()));
            status.incidents().forEach(each -> titles.replace(each.id(), each.title()));
            titles.forEach((id, title) -> Post.of(id, history).stream()
                    .map(post -> entry(id, title, post, ""))
                    .filter(each -> !present.contains(each.id()))
                    .forEach(entries::add));
        }

        FeedEntry entry(TransitionEntry change) {
            return new FeedEntry(
                    feed + ":transition:" + change.at(),
                    texts.changed(change.to()),
                    change.at(),
                    "index.html",
                    texts.changed(change.from(), change.to()));
        }

        private FeedEntry entry(String incident, String title, Post post, String note) {
            String progress = texts.progress(IncidentStatus.valueOf(post.key()));
            return entry("incident", progress, title, post, "incidents/" + incident + ".html", note);
        }

        private FeedEntry entry(String kind, String progress, String title, Post post, String path, String note) {
            String text = post.message().isEmpty() ? progress : post.message();
            return new FeedEntry(
                    feed + ":" + kind + ":" + post.id(), progress + ": " + title, post.at(), path, text + note);
        }

        private String affects(List<String> ids) {
            String names = status.components().stream()
                    .filter(each -> ids.contains(each.id()))
                    .map(ComponentEntry::name)
                    .collect(Collectors.joining(", "));
            return names.isEmpty() ? "" : "\n\n" + texts.affects(names);
        }
    }
}
