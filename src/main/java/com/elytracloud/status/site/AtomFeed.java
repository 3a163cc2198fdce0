package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;

/**
 * {@code feed.atom}: an entry for each update of an incident or a maintenance and for each confirmed transition.
 *
 * @param entries newest first
 */
public record AtomFeed(SiteIdentity site, StatusDocument status, List<Entry> entries) {
    private static final int MOST = 100;

    /**
     * One entry.
     *
     * @param path where it links to, relative to the folder of the site
     */
    public record Entry(String id, String title, Instant at, String path, String text) {}

    static byte[] of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        AtomFeed feed = new AtomFeed(site, status, new ArrayList<>());
        status.incidents().forEach(feed::add);
        feed.addPast(history);
        status.maintenances().forEach(feed::add);
        history.transitions().forEach(feed::add);
        feed.entries.sort(Comparator.comparing(Entry::at).reversed());
        feed.entries
                .subList(Math.min(MOST, feed.entries.size()), feed.entries.size())
                .clear();
        return Templates.render("feed.atom", site.language(), Map.of("feed", feed));
    }

    public String id() {
        return "urn:elytra-status:" + site.id();
    }

    /** Of the newest entry and not of the run: a feed without news is the same file. */
    public Instant updated() {
        return entries.isEmpty() ? Instant.EPOCH : entries.get(0).at();
    }

    /** Who set the status and what was measured; empty where the status is the measured one. */
    public String source() {
        return HeadlineText.source(status, site.language());
    }

    private void add(Announced entry) {
        String names = HeadlineText.names(entry, status, site.language());
        boolean isIncident = entry instanceof IncidentEntry;
        String path = isIncident ? PageModel.path(entry.id()) : "index.html#" + entry.id();
        String note = names.isEmpty() ? "" : "\n\n" + names;
        add(isIncident ? "incident" : "maintenance", entry.title(), path, Post.of(entry), note);
    }

    // What left status.json, because the incident is older or has more updates than that document holds.
    private void addPast(HistoryDocument history) {
        Set<String> present = entries.stream().map(Entry::id).collect(Collectors.toSet());
        Map<String, String> titles = new LinkedHashMap<>();
        history.incidentUpdates().forEach(each -> titles.put(each.incidentId(), each.title()));
        status.incidents().forEach(each -> titles.replace(each.id(), each.title()));
        titles.forEach((id, title) -> {
            List<Post> gone = Post.of(id, history).stream()
                    .filter(each -> !present.contains(id("incident", each)))
                    .toList();
            add("incident", title, PageModel.path(id), gone, "");
        });
    }

    private void add(String kind, String title, String path, List<Post> posts, String note) {
        for (Post post : posts) {
            String progress = site.language().word("progress", post.status());
            String text = post.message().isEmpty() ? progress : post.message();
            entries.add(new Entry(id(kind, post), progress + ": " + title, post.at(), path, text + note));
        }
    }

    private void add(TransitionEntry change) {
        Language words = site.language();
        String to = words.word("status", change.to());
        entries.add(new Entry(
                id() + ":transition:" + change.at(),
                words.text("feedChanged", to),
                change.at(),
                "index.html",
                words.text("feedChangedFrom", words.word("status", change.from()), to)));
    }

    private String id(String kind, Post post) {
        return id() + ":" + kind + ":" + post.id();
    }
}
