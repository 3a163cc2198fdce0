package com.elytracloud.status.site;

import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.SiteFile;
import com.elytracloud.status.contract.SiteFile.Caching;
import com.elytracloud.status.contract.StatusDocument;

/** The files in the formats of others: shields.io, Atom, iCalendar and Statuspage. */
final class FormatFiles {
    private static final String JSON = "application/json; charset=utf-8";

    private FormatFiles() {}

    static List<SiteFile> of(SiteIdentity site, FeedTexts texts, StatusDocument status, HistoryDocument history) {
        List<SiteFile> files = new ArrayList<>();
        files.add(file("badge.json", JSON, EndpointBadge.of(texts, status)));
        files.add(file("feed.atom", "application/atom+xml; charset=utf-8", AtomFeed.of(site, texts, status, history)));
        files.add(file("calendar.ics", "text/calendar; charset=utf-8", CalendarFile.of(site, texts, status)));
        StatuspageApi.of(site, texts, status, history).forEach((path, bytes) -> files.add(file(path, JSON, bytes)));
        return files;
    }

    private static SiteFile file(String path, String contentType, byte[] bytes) {
        return new SiteFile(path, contentType, Caching.BRIEF, bytes);
    }
}
