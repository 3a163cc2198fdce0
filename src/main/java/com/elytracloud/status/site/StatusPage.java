package com.elytracloud.status.site;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;

/** {@code index.html} and a page per incident. */
final class StatusPage {
    private static final String HTML = "text/html; charset=utf-8";

    private final SiteIdentity site;
    private final PageAssets assets;

    StatusPage(SiteIdentity site) {
        this.site = site;
        assets = PageAssets.of(site.brand());
    }

    /** The script of the pages. */
    SiteFile script() {
        return assets.script();
    }

    List<SiteFile> pages(StatusDocument status, HistoryDocument history) {
        List<SiteFile> pages = new ArrayList<>();
        PageModel page = new PageModel(site, assets, "", status, history);
        pages.add(page("index.html", "index.html", Map.of("page", page)));
        PageModel below = new PageModel(site, assets, "../", status, history);
        for (IncidentEntry each : status.incidents()) {
            pages.add(page(
                    IncidentView.path(each), "incident.html", Map.of("page", below, "incident", below.incident(each))));
        }
        return pages;
    }

    private SiteFile page(String path, String template, Map<String, ?> data) {
        return new SiteFile(path, HTML, Caching.BRIEF, Templates.render(template, site.language(), data));
    }
}
