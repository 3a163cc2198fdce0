package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import jakarta.inject.Singleton;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.run.SiteRenderer;

/** The files of the public site. */
@Singleton
public record StaticSite(SiteIdentity site) implements SiteRenderer {
    private static final String HTML = "text/html; charset=utf-8";
    private static final String JSON = "application/json; charset=utf-8";
    private static final String SCHEMA = "application/schema+json; charset=utf-8";
    static final String SCRIPT = "text/javascript; charset=utf-8";

    @Override
    public List<SiteFile> render(StatusDocument status, HistoryDocument history) {
        // The most important first: a run that is short of time publishes only those.
        List<SiteFile> files = new ArrayList<>();
        PageAssets assets = PageAssets.of(site.brand());
        byte[] card = PageAssets.card(site.language()).getBytes(StandardCharsets.UTF_8);
        files.add(brief("status.schema.json", SCHEMA, Resources.bytes("status.schema.json")));
        files.add(brief("history.schema.json", SCHEMA, Resources.bytes("history.schema.json")));
        files.add(assets.script());
        files.add(PageAssets.hashed("status-card.js", SCRIPT, card));
        files.add(brief("status-card.js", SCRIPT, card));
        files.add(brief("status-card.d.ts", "text/plain; charset=utf-8", Resources.bytes("status-card.d.ts")));
        if (site.brand().logo() != null) {
            files.add(site.brand().logo());
        }
        PageModel page = new PageModel(site, assets, "", status, history);
        files.add(page("index.html", "index.html", Map.of("page", page)));
        PageModel below = new PageModel(site, assets, "../", status, history);
        for (IncidentEntry each : status.incidents()) {
            files.add(page(PageModel.path(each.id()), "incident.html", Map.of("page", below, "incident", each)));
        }
        files.add(brief("history.json", JSON, Json.document(history)));
        files.addAll(formats(site, status, history));
        files.add(brief("status.json", JSON, Json.document(status)));
        return List.copyOf(files);
    }

    /** The files in the formats of others: badges, Atom, iCalendar and Statuspage. */
    static List<SiteFile> formats(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        StatusBadge badge = StatusBadge.of(site, status);
        List<SiteFile> files = new ArrayList<>();
        files.add(brief("badge.svg", "image/svg+xml; charset=utf-8", badge.picture(site.language())));
        files.add(brief("badge.json", JSON, badge.endpoint()));
        files.add(brief("feed.atom", "application/atom+xml; charset=utf-8", AtomFeed.of(site, status, history)));
        files.add(brief("calendar.ics", "text/calendar; charset=utf-8", CalendarFile.of(site, status)));
        new StatuspageApi(site, status, history).files().forEach((path, bytes) -> files.add(brief(path, JSON, bytes)));
        return files;
    }

    private SiteFile page(String path, String template, Map<String, ?> data) {
        return brief(path, HTML, Templates.render(template, site.language(), data));
    }

    private static SiteFile brief(String path, String contentType, byte[] bytes) {
        return new SiteFile(path, contentType, Caching.BRIEF, bytes);
    }
}
