package com.elytracloud.status.site;

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
    private final List<SiteFile> constant;

    /** Loads what is the same in every run. */
    @Inject
    public StaticSite(SiteIdentity site) {
        this.site = site;
        constant = List.of(
                resource("status.schema.json", SCHEMA),
                resource("history.schema.json", SCHEMA),
                resource("status-card.js", SCRIPT),
                resource("status-card.d.ts", "text/plain; charset=utf-8"));
    }

    @Override
    public List<SiteFile> render(StatusDocument status, HistoryDocument history) {
        // In the order of their worth, because a run that is short of time publishes the first ones only.
        List<SiteFile> files = new ArrayList<>(constant);
        files.add(brief("history.json", JSON, Json.document(history)));
        files.addAll(FormatFiles.of(site, FeedTexts.EN, status, history));
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
