package com.elytracloud.status.site;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.StatusCode;

/** What happened and happens, as Statuspage's incidents: past episodes, and the present one under one name. */
final class StatuspageIncidents {
    private static final int MOST_RECENT = 50;

    private final SiteIdentity site;
    private final StatusDocument status;

    private StatuspageIncidents(SiteIdentity site, StatusDocument status) {
        this.site = site;
        this.status = status;
    }

    /** Newest first. An announced maintenance is none of them. */
    static List<StatuspageIncident> of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        return new StatuspageIncidents(site, status).all(Episode.of(history.transitions()));
    }

    private List<StatuspageIncident> all(List<Episode> episodes) {
        List<StatuspageIncident> all = new ArrayList<>();
        for (Episode episode : episodes) {
            if (episode.isOver()) {
                all.add(recorded(episode));
            }
        }
        if (status.platformStatus() != StatusCode.OPERATIONAL && !Look.isMaintenance(status)) {
            all.add(current(episodes));
        }
        Collections.reverse(all);
        return all.subList(0, Math.min(MOST_RECENT, all.size()));
    }

    private StatuspageIncident current(List<Episode> episodes) {
        if (status.notice() != null && status.notice().status() != StatusCode.OPERATIONAL) {
            return StatuspageIncident.of(site.id(), status.notice());
        }
        Episode.Step now = new Episode.Step(status.updatedAt(), status.platformStatus());
        Episode last = episodes.isEmpty() ? null : episodes.get(episodes.size() - 1);
        return last == null || last.isOver()
                ? StatuspageIncident.of(site.id(), "not yet on record", new Episode(List.of(now)))
                : recorded(last.continuedBy(now));
    }

    private StatuspageIncident recorded(Episode episode) {
        return StatuspageIncident.of(site.id(), episode.startedAt().toString(), episode);
    }
}
