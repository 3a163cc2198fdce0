package com.elytracloud.status.site;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

import jakarta.inject.Inject;
import jakarta.inject.Singleton;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.run.SiteRenderer;

/** The files of the public site. */
@Singleton
public final class StaticSite implements SiteRenderer {
    private static final String JSON = "application/json; charset=utf-8";
    private static final String SCHEMA = "application/schema+json; charset=utf-8";
    private static final String SCRIPT = "text/javascript; charset=utf-8";

    private final SiteIdentity site;
    private final StatusPage page;
    private final List<SiteFile> constant = new ArrayList<>();

    /** Loads what is the same in every run. */
    @Inject
    public StaticSite(SiteIdentity site) {
        this.site = site;
        page = new StatusPage(site);
        String card = StatusCard.script(site.language());
        constant.add(resource("status.schema.json", SCHEMA));
        constant.add(resource("history.schema.json", SCHEMA));
        constant.add(page.script());
        constant.add(PageAssets.hashed("status-card.js", card));
        constant.add(brief("status-card.js", SCRIPT, card.getBytes(StandardCharsets.UTF_8)));
        constant.add(resource("status-card.d.ts", "text/plain; charset=utf-8"));
        if (site.brand().logo() != null) {
            constant.add(site.brand().logo().file());
        }
    }

    @Override
    public List<SiteFile> render(StatusDocument status, HistoryDocument history) {
        // The most important first: a run that is short of time publishes only those.
        List<SiteFile> files = new ArrayList<>(constant);
        files.addAll(page.pages(status, history));
        files.add(brief("history.json", JSON, Json.document(history)));
        files.add(brief("badge.svg", "image/svg+xml; charset=utf-8", StatusBadge.of(site, status)));
        files.addAll(FormatFiles.of(site, FeedTexts.of(site.language()), status, history));
        files.add(brief("status.json", JSON, Json.document(status)));
        return List.copyOf(files);
    }

    private static SiteFile resource(String name, String contentType) {
        return brief(name, contentType, Resources.bytes(name));
    }

    private static SiteFile brief(String path, String contentType, byte[] bytes) {
        return new SiteFile(path, contentType, Caching.BRIEF, bytes);
    }
}
