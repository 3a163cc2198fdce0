package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.NoticeEntry;

/** {@code feed.atom}: what an operator says now, and the confirmed changes, newest first. */
final class AtomFeed {
    private static final Template FEED = new Template(Resources.text("feed.atom"));

    private AtomFeed() {}

    static byte[] of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        String id = "urn:elytra-status:" + site.id();
        List<Entry> entries = entries(id, status, history);
        Slots slots = new Slots()
                .set("feedId", id)
                .set("title", site.title())
                .set("feedUpdated", updated(entries, status).toString())
                .set("self", site.link("feed.atom"))
                .set("page", site.link("index.html"))
                .each("entry", entries.stream().map(Entry::slots).toList());
        return FEED.render(slots).getBytes(StandardCharsets.UTF_8);
    }

    private static List<Entry> entries(String id, StatusDocument status, HistoryDocument history) {
        List<Entry> entries = new ArrayList<>();
        for (TransitionEntry each : history.transitions()) {
            entries.add(Entry.of(id, each));
        }
        if (status.notice() != null) {
            entries.add(Entry.of(id, status.notice()));
        }
        entries.sort(Comparator.comparing(Entry::at).reversed());
        return entries;
    }

    // Of what is in it and not of the run, so that there is no new file where there is no news; an empty one has to say
    // something too.
    private static Instant updated(List<Entry> entries, StatusDocument status) {
        return entries.isEmpty()
                ? status.updatedAt().truncatedTo(ChronoUnit.DAYS)
                : entries.get(0).at();
    }

    private record Entry(String id, String headline, Instant at, String text) {
        // The instant identifies an entry for good: readers must not see it twice.
        static Entry of(String feed, TransitionEntry change) {
            Look from = Look.of(change.from());
            Look to = Look.of(change.to());
            String text = "The status changed from %s to %s."
                    .formatted(from.word().toLowerCase(Locale.ROOT), to.word().toLowerCase(Locale.ROOT));
            return new Entry(feed + ":transition:" + change.at(), to.sentence(), change.at(), text);
        }

        static Entry of(String feed, NoticeEntry notice) {
            return new Entry(
                    feed + ":notice:" + notice.startedAt(), notice.title(), notice.startedAt(), notice.message());
        }

        Slots slots() {
            return new Slots()
                    .set("id", id)
                    .set("headline", headline)
                    .set("at", at.toString())
                    .set("text", text);
        }
    }
}
