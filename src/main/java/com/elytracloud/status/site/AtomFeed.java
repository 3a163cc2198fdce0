package com.elytracloud.status.site;

import java.time.Instant;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;

/** {@code feed.atom}: an entry for each update of an incident or a maintenance and for each confirmed transition. */
public record AtomFeed(
        SiteIdentity site, HeadlineText text, List<TransitionEntry> transitions, Map<String, Entry> updates) {
    private static final int MOST = 100;

    /**
     * One entry.
     *
     * @param path where it links to, relative to the folder of the site
     */
    public record Entry(String id, String title, Instant at, String path, String text) {}

    static byte[] of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        HeadlineText text = new HeadlineText(status, site.language());
        AtomFeed feed = new AtomFeed(site, text, history.transitions(), new LinkedHashMap<>());
        status.incidents().forEach(feed::add);
        feed.addPast(history);
        status.maintenances().forEach(feed::add);
        return Templates.render("feed.atom", site.language(), Map.of("feed", feed));
    }

    public String id() {
        return "urn:elytra-status:" + site.id();
    }

    /** Newest first. */
    public List<Entry> entries() {
        return Stream.concat(updates.values().stream(), transitions.stream().map(this::entry))
                .sorted(Comparator.comparing(Entry::at).reversed())
                .limit(MOST)
                .toList();
    }

    /** Of the newest entry and not of the run: a feed without news is the same file. */
    public Instant updated() {
        return entries().stream().map(Entry::at).findFirst().orElse(Instant.EPOCH);
    }

    private void add(Announced entry) {
        String names = text.names(entry);
        boolean isIncident = entry instanceof IncidentEntry;
        String path = isIncident ? PageModel.path(entry.id()) : "index.html#" + entry.id();
        String note = names.isEmpty() ? "" : "\n\n" + names;
        add(isIncident ? "incident" : "maintenance", entry.title(), path, Post.of(entry), note);
    }

    // What left status.json, because the incident is older or has more updates than that document holds.
    private void addPast(HistoryDocument history) {
        Map<String, String> titles = new LinkedHashMap<>();
        history.incidentUpdates().forEach(each -> titles.put(each.incidentId(), each.title()));
        text.status().incidents().forEach(each -> titles.replace(each.id(), each.title()));
        titles.forEach((id, title) -> add("incident", title, PageModel.path(id), Post.of(id, history), ""));
    }

    private void add(String kind, String title, String path, List<Post> posts, String note) {
        for (Post post : posts) {
            String progress = site.language().word("progress", post.status());
            String message = post.message().isEmpty() ? progress : post.message();
            String id = id() + ":" + kind + ":" + post.id();
            updates.putIfAbsent(id, new Entry(id, progress + ": " + title, post.at(), path, message + note));
        }
    }

    private Entry entry(TransitionEntry change) {
        Language words = site.language();
        String to = words.word("status", change.to());
        String message = words.text("feedChangedFrom", words.word("status", change.from()), to);
        String id = id() + ":transition:" + change.at();
        return new Entry(id, words.text("feedChanged", to), change.at(), "index.html", message);
    }
}
