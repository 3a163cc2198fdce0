package com.elytracloud.status.assess;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.ProductTexts;
import com.elytracloud.status.domain.SourcePage;

/**
 * The announcements of the source's own status page. They stay in the history after the page drops them or is gone.
 *
 * @param before what earlier runs knew of them
 * @param page unread if the source or its page did not answer: then nothing is taken as gone
 */
record SourceAnnouncements(Announcements before, SourcePage page, ProductTexts texts, Instant now) {
    /** The announcements after one more run, with the components that a maintenance affects. */
    Announcements next(List<Component.Verdict> components) {
        return page.read() ? affecting(next(), components) : before;
    }

    /** The announcements after one more run. */
    Announcements next() {
        if (!page.read()) {
            return before;
        }
        Announcements next = before;
        for (Incident shown : page.incidents()) {
            Optional<Incident> known = before.incident(shown.id());
            next = next.with(known.map(each -> updated(each, shown)).orElse(shown));
        }
        for (Maintenance shown : page.maintenances()) {
            Optional<Maintenance> known = before.maintenance(shown.id());
            next = next.with(known.map(each ->
                            each.edited(shown.title(), each.components()).at(each.startsAt(), shown.endsAt()))
                    .orElse(shown));
        }
        Announcements onPage = new Announcements(page.incidents(), page.maintenances(), null);
        for (Incident known : before.incidents()) {
            if (known.isOpen() && onPage.incident(known.id()).isEmpty()) {
                next = next.with(known.with(now, Incident.Status.RESOLVED, texts.closed()));
            }
        }
        for (Maintenance known : before.runningAt(now)) {
            if (onPage.maintenance(known.id()).isEmpty()) {
                next = next.with(
                        known.at(known.startsAt(), later(known.startsAt().plusSeconds(1), now)));
            }
        }
        return next;
    }

    // A post that was edited is one more update; one that is pinned again after it was closed is open again.
    private Incident updated(Incident known, Incident shown) {
        Update<Incident.Status> latest = shown.latest();
        if (known.isOpen()
                && known.title().equals(shown.title())
                && known.latest().message().equals(latest.message())) {
            return known;
        }
        List<Update<Incident.Status>> updates = known.updates();
        Stream<Update<Incident.Status>> kept =
                updates.stream().skip(Math.max(0, updates.size() - Announcements.MAX_UPDATES + 2));
        Instant at = later(known.latest().at(), known.isOpen() ? latest.at() : now);
        return known.edited(shown.title(), shown.impact(), known.components())
                .withUpdates(Stream.concat(kept, Stream.of(new Update<>(at, latest.status(), latest.message())))
                        .toList());
    }

    // The page does not say which monitors it is about; while only one runs, it is about those in maintenance.
    private Announcements affecting(Announcements next, List<Component.Verdict> components) {
        List<Maintenance> running = next.runningAt(now);
        List<String> affected = components.stream()
                .filter(each -> each.status() == ComponentStatus.MAINTENANCE)
                .map(each -> each.component().id())
                .toList();
        return running.size() == 1 && running.get(0).components().isEmpty() && !affected.isEmpty()
                ? next.with(running.get(0).edited(running.get(0).title(), affected))
                : next;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }
}
