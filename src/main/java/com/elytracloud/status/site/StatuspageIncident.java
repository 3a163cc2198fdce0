package com.elytracloud.status.site;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

import com.elytracloud.status.contract.StatusDocument.NoticeEntry;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

/**
 * An incident or a maintenance in the words of Statuspage.
 *
 * @param status investigating, resolved, in_progress and so on
 * @param resolvedAt null while it is open
 * @param scheduledUntil null unless it is a maintenance
 */
record StatuspageIncident(
        String id,
        String name,
        String status,
        Impact impact,
        Instant startedAt,
        Instant resolvedAt,
        Instant scheduledUntil,
        List<Update> updates) {
    StatuspageIncident {
        updates = List.copyOf(updates);
    }

    /** From harmless to worst; also the indicator of the whole page. */
    enum Impact {
        NONE,
        MAINTENANCE,
        MINOR,
        MAJOR,
        CRITICAL;

        Impact orWorse(Impact other) {
            return compareTo(other) >= 0 ? this : other;
        }
    }

    /** One message. */
    record Update(Instant at, String status, String body) {}

    /** @param key what tells it from all others of the page, in every run */
    static StatuspageIncident of(String page, String key, Episode episode) {
        List<Update> updates = new ArrayList<>();
        Impact worst = Impact.NONE;
        for (Episode.Step step : episode.steps()) {
            boolean over = step.to() == StatusCode.OPERATIONAL;
            updates.add(0, new Update(step.at(), over ? "resolved" : "investigating", sentence(step.to())));
            worst = worst.orWorse(impact(step.to()));
        }
        StatusCode began = episode.steps().get(0).to();
        boolean over = episode.isOver();
        return new StatuspageIncident(
                Digests.shortId(page + "/episode/" + key),
                began == StatusCode.UNKNOWN
                        ? "Monitoring data is stale"
                        : Look.of(began).sentence(),
                over ? "resolved" : "investigating",
                over
                        ? worst
                        : impact(episode.steps().get(episode.steps().size() - 1).to()),
                episode.startedAt(),
                over ? episode.lastAt() : null,
                null,
                updates);
    }

    static StatuspageIncident of(String page, NoticeEntry notice) {
        return said(page, notice, "identified", impact(notice.status()), null);
    }

    static StatuspageIncident maintenance(String page, NoticeEntry notice) {
        return said(page, notice, "in_progress", Impact.MAINTENANCE, notice.expiresAt());
    }

    private static StatuspageIncident said(
            String page, NoticeEntry notice, String status, Impact impact, Instant until) {
        return new StatuspageIncident(
                Digests.shortId(page + "/notice/" + notice.startedAt()),
                notice.title(),
                status,
                impact,
                notice.startedAt(),
                null,
                until,
                List.of(new Update(notice.startedAt(), status, notice.message())));
    }

    /** Statuspage has no word for unknown: it is never passed off as good. */
    static Impact impact(StatusCode status) {
        return switch (status) {
            case OPERATIONAL -> Impact.NONE;
            case DEGRADED, UNKNOWN -> Impact.MINOR;
            case OUTAGE -> Impact.CRITICAL;
        };
    }

    private static String sentence(StatusCode status) {
        return switch (status) {
            case OPERATIONAL -> "All systems are operational again.";
            case DEGRADED -> "Parts of the platform are degraded.";
            case OUTAGE -> "The platform is disrupted.";
            case UNKNOWN -> "There is no current evidence of the platform's state.";
        };
    }

    boolean isOpen() {
        return resolvedAt == null;
    }

    StatuspageJson.Incident toJson(SiteIdentity site) {
        return new StatuspageJson.Incident(
                id,
                name,
                status,
                startedAt,
                updates.get(0).at(),
                null,
                resolvedAt,
                impact,
                site.address() == null ? null : site.link("index.html"),
                startedAt,
                site.id(),
                scheduledUntil == null ? null : startedAt,
                scheduledUntil,
                IntStream.range(0, updates.size())
                        .mapToObj(i -> toJson(updates.get(i), updates.size() - i))
                        .toList(),
                List.of(),
                null);
    }

    private StatuspageJson.Update toJson(Update update, int number) {
        return new StatuspageJson.Update(
                Digests.shortId(id + "/" + number),
                update.status(),
                update.body(),
                id,
                update.at(),
                update.at(),
                update.at(),
                List.of(),
                true,
                null,
                null);
    }
}
