package com.elytracloud.status.site;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.TransitionEntry;
import com.elytracloud.status.contract.Json;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.IncidentStatus;
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
    private final StatusDocument status;
    private final StatuspageComponents components;
    private final StatuspageIncidents form;

    private StatuspageApi(SiteIdentity site, StatusDocument status) {
        this.site = site;
        this.status = status;
        components = new StatuspageComponents(site, status);
        form = new StatuspageIncidents(site, components);
    }

    /** The bytes of each file by its path. */
    static Map<String, byte[]> of(SiteIdentity site, StatusDocument status, HistoryDocument history) {
        return new StatuspageApi(site, status).files(history);
    }

    private Map<String, byte[]> files(HistoryDocument history) {
        List<Component> parts = components.all();
        List<Incident> incidents = recent(incidents(history));
        List<Incident> open = with(incidents, each -> each.resolvedAt() == null);
        List<Incident> maintenances = recent(status.maintenances().stream().map(form::of));
        List<Incident> upcoming = with(maintenances, each -> each.status().equals("scheduled"));
        List<Incident> active = with(maintenances, each -> each.status().equals("in_progress"));
        List<Incident> announced = with(maintenances, each -> each.resolvedAt() == null);
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("api/v2/components.json", file(parts, null, null, null));
        files.put("api/v2/incidents.json", file(null, incidents, null, null));
        files.put("api/v2/incidents/unresolved.json", file(null, open, null, null));
        files.put("api/v2/scheduled-maintenances.json", file(null, null, maintenances, null));
        files.put("api/v2/scheduled-maintenances/active.json", file(null, null, active, null));
        files.put("api/v2/scheduled-maintenances/upcoming.json", file(null, null, upcoming, null));
        files.put("api/v2/summary.json", file(parts, open, announced, overall()));
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

    private Stream<Incident> incidents(HistoryDocument history) {
        List<TransitionEntry> changes = history.transitions();
        Stream<Incident> unknown = IntStream.range(0, changes.size())
                .filter(i -> changes.get(i).to() == PlatformStatus.UNKNOWN)
                .mapToObj(i -> unknown(
                        changes.get(i).at(),
                        i + 1 < changes.size() ? changes.get(i + 1).at() : endOfUnknown()))
                .filter(each -> each.isCurrent()
                        || each.resolvedAt().isAfter(status.updatedAt().minus(KEPT)))
                .map(each -> form.of(each, "index.html"));
        return Stream.concat(
                status.incidents().stream().map(each -> form.of(each, PageModel.path(each.id()))), unknown);
    }

    // Published as known again, before that is confirmed as a transition.
    private Instant endOfUnknown() {
        return status.platformStatus() == PlatformStatus.UNKNOWN ? null : status.updatedAt();
    }

    // An incident that only these files have, because Statuspage has no word for unknown.
    private IncidentEntry unknown(Instant start, Instant endOrNull) {
        Language words = site.language();
        List<UpdateEntry<IncidentStatus>> updates = new ArrayList<>();
        updates.add(new UpdateEntry<>(start, IncidentStatus.INVESTIGATING, words.text("noEvidence")));
        if (endOrNull != null) {
            updates.add(0, new UpdateEntry<>(endOrNull, IncidentStatus.RESOLVED, words.text("evidenceAgain")));
        }
        return new IncidentEntry(
                Digests.shortId(site.id() + "/unknown/" + start),
                words.word("headline", Headline.UNKNOWN),
                updates.get(0).status(),
                com.elytracloud.status.domain.Impact.DEGRADED,
                List.of(),
                AnnouncementSource.AUTOMATIC,
                start,
                endOrNull,
                updates);
    }

    // Open ones first: they are never cut off.
    private static List<Incident> recent(Stream<Incident> incidents) {
        return incidents
                .sorted(Comparator.comparing((Incident each) -> each.resolvedAt() != null)
                        .thenComparing(Incident::startedAt, Comparator.reverseOrder()))
                .limit(MOST_RECENT)
                .sorted(Comparator.comparing(Incident::startedAt).reversed())
                .toList();
    }

    private static List<Incident> with(List<Incident> all, Predicate<Incident> property) {
        return all.stream().filter(property).toList();
    }

    // The headline covers the components and every open incident of an operator, which raises the status it is made of.
    private Status overall() {
        Impact indicator = indicator(status.headline());
        String source = HeadlineText.source(status, site.language());
        return new Status(indicator, source.isEmpty() ? indicator.description : indicator.description + ". " + source);
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
}
