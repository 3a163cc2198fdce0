package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.site.StatuspageJson.Component;
import com.elytracloud.status.site.StatuspageJson.Document;
import com.elytracloud.status.site.StatuspageJson.Freshness;
import com.elytracloud.status.site.StatuspageJson.Impact;
import com.elytracloud.status.site.StatuspageJson.Incident;
import com.elytracloud.status.site.StatuspageJson.Page;
import com.elytracloud.status.site.StatuspageJson.Status;

/**
 * The eight files of Atlassian's Statuspage API v2, for its many clients.
 *
 * <p>It has neither an unknown status nor an age. Unknown becomes degraded, with an open incident once it is confirmed; a
 * site that is no longer updated cannot report that. Prefer {@code status.json}, which expires by itself.
 */
final class StatuspageApi {
    private static final int MOST_RECENT = 50;
    /** As in {@code status.json}. */
    private static final Duration KEPT = Duration.ofDays(14);

    private final SiteIdentity site;
    private final FeedTexts texts;
    private final StatusDocument status;
    private final StatuspageIncidents form;
    private final List<Component> components;

    private StatuspageApi(SiteIdentity site, FeedTexts texts, StatusDocument status) {
        this.site = site;
        this.texts = texts;
        this.status = status;
        StatuspageComponents parts = StatuspageComponents.of(site, texts, status);
        form = new StatuspageIncidents(site, parts);
        components = parts.all();
    }

    /** The bytes of each file by its path. */
    static Map<String, byte[]> of(SiteIdentity site, FeedTexts texts, StatusDocument status, HistoryDocument history) {
        return new StatuspageApi(site, texts, status).files(history);
    }

    private Map<String, byte[]> files(HistoryDocument history) {
        List<Incident> incidents = incidents(history);
        List<Incident> open =
                incidents.stream().filter(each -> each.resolvedAt() == null).toList();
        List<Incident> maintenances =
                recent(status.maintenances().stream().map(form::of).toList());
        List<Incident> upcoming = inState(maintenances, "scheduled");
        List<Incident> active = inState(maintenances, "in_progress");
        List<Incident> announced = maintenances.stream()
                .filter(each -> upcoming.contains(each) || active.contains(each))
                .toList();
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("api/v2/components.json", file(components, null, null, null));
        files.put("api/v2/incidents.json", file(null, incidents, null, null));
        files.put("api/v2/incidents/unresolved.json", file(null, open, null, null));
        files.put("api/v2/scheduled-maintenances.json", file(null, null, maintenances, null));
        files.put("api/v2/scheduled-maintenances/active.json", file(null, null, active, null));
        files.put("api/v2/scheduled-maintenances/upcoming.json", file(null, null, upcoming, null));
        files.put("api/v2/summary.json", file(components, open, announced, overall()));
        files.put("api/v2/status.json", file(null, null, null, overall()));
        return files;
    }

    private byte[] file(List<Component> parts, List<Incident> some, List<Incident> maintenances, Status overall) {
        String url = site.address() == null
                ? "urn:elytra-status:" + site.id()
                : site.address().toString();
        Page page = new Page(site.id(), PlainText.of(site.title()), url, "Etc/UTC", status.updatedAt());
        Freshness freshness = new Freshness(status.platformStatus(), status.headline(), status.staleAfter());
        return Json.document(new Document(page, freshness, parts, some, maintenances, overall));
    }

    private List<Incident> incidents(HistoryDocument history) {
        List<Incident> all = new ArrayList<>();
        status.incidents().forEach(each -> all.add(form.of(each)));
        List<TransitionEntry> changes = history.transitions();
        for (int i = 0; i < changes.size(); i++) {
            if (changes.get(i).to() == PlatformStatus.UNKNOWN) {
                Instant end = i + 1 < changes.size() ? changes.get(i + 1).at() : endOfUnknown();
                if (end == null || end.isAfter(status.updatedAt().minus(KEPT))) {
                    all.add(form.unknown(texts, changes.get(i).at(), end));
                }
            }
        }
        return recent(all);
    }

    // Published as known again, before that is confirmed as a transition.
    private Instant endOfUnknown() {
        return status.platformStatus() == PlatformStatus.UNKNOWN ? null : status.updatedAt();
    }

    // Open ones first: they are never cut off.
    private static List<Incident> recent(List<Incident> incidents) {
        return incidents.stream()
                .sorted(Comparator.comparing((Incident each) -> each.resolvedAt() != null)
                        .thenComparing(Incident::startedAt, Comparator.reverseOrder()))
                .limit(MOST_RECENT)
                .sorted(Comparator.comparing(Incident::startedAt).reversed())
                .toList();
    }

    private static List<Incident> inState(List<Incident> maintenances, String state) {
        return maintenances.stream().filter(each -> each.status().equals(state)).toList();
    }

    // The headline covers the components and every open incident of an operator, which raises the status it is made of.
    private Status overall() {
        Impact indicator = indicator(status.headline());
        String source = texts.source(status);
        return new Status(
                indicator, source.isEmpty() ? description(indicator) : description(indicator) + ". " + source);
    }

    private static Impact indicator(Headline headline) {
        return switch (headline) {
            case OPERATIONAL -> Impact.NONE;
            case MAINTENANCE -> Impact.MAINTENANCE;
            case DEGRADED, UNKNOWN -> Impact.MINOR;
            case PARTIAL_OUTAGE -> Impact.MAJOR;
            case MAJOR_OUTAGE -> Impact.CRITICAL;
        };
    }

    private static String description(Impact indicator) {
        return switch (indicator) {
            case NONE -> "All Systems Operational";
            case MAINTENANCE -> "Service Under Maintenance";
            case MINOR -> "Partially Degraded Service";
            case MAJOR -> "Partial System Outage";
            case CRITICAL -> "Major System Outage";
        };
    }
}
