package com.elytracloud.status.site;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import com.elytracloud.status.contract.Announced;
import com.elytracloud.status.contract.Announced.IncidentEntry;
import com.elytracloud.status.contract.Announced.MaintenanceEntry;
import com.elytracloud.status.contract.Announced.UpdateEntry;
import com.elytracloud.status.contract.Headline;
import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.Maintenance;

/**
 * What the templates of the pages read.
 *
 * @param root from the page to the folder of the site, empty or {@code ../}
 */
public record PageModel(
        SiteIdentity site, PageAssets assets, String root, StatusDocument status, HistoryDocument history) {
    /** From how many components on their bars are collapsed. */
    private static final int MANY_COMPONENTS = 13;

    private static final int PAST_DAYS = 14;
    /** Of one incident on the page of all of them. */
    private static final int MOST_UPDATES = 10;

    /** One component with its days. */
    public record Member(ComponentEntry entry, DayBars days) {}

    /** Texts and formats. */
    public Language words() {
        return site.language();
    }

    public HeadlineText text() {
        return new HeadlineText(status, words());
    }

    /** The headline of a page that has expired. */
    public String unknown() {
        return words().word("headline", Headline.UNKNOWN);
    }

    public StatusStyle style(Enum<?> of) {
        return StatusStyle.of(of);
    }

    public StatusStyle styleOf(Announced entry) {
        return entry instanceof IncidentEntry incident ? StatusStyle.of(incident.impact()) : StatusStyle.MAINTENANCE;
    }

    /** The page of an incident, relative to the folder of the site; null for a maintenance. */
    public String path(Announced entry) {
        return entry instanceof IncidentEntry ? path(entry.id()) : null;
    }

    static String path(String incident) {
        return "incidents/" + incident + ".html";
    }

    /** The newest updates; an incident has all of them on its own page. */
    public List<? extends UpdateEntry<?>> updates(Announced entry) {
        boolean areAll = path(entry) == null || !root.isEmpty();
        return entry.updates().stream()
                .limit(areAll ? Integer.MAX_VALUE : MOST_UPDATES)
                .toList();
    }

    /** How long it took; null while it is open, and of a cancelled maintenance. */
    public String duration(Announced entry) {
        return entry.end() == null || entry.isCurrent() || entry.status() == Maintenance.Status.CANCELLED
                ? null
                : words().duration(Duration.between(entry.start(), entry.end()));
    }

    public List<IncidentEntry> openIncidents() {
        return status.incidents().stream().filter(Announced::isCurrent).toList();
    }

    /** Those that run first, then the next ones in their order. */
    public List<MaintenanceEntry> maintenances() {
        return status.maintenances().stream()
                .filter(Announced::isCurrent)
                .sorted(Comparator.comparing(Announced::start))
                .toList();
    }

    /** What is over by the UTC day on which it started, for the last 14 days, newest first. */
    public Map<LocalDate, List<Announced>> pastDays() {
        LocalDate first =
                LocalDate.ofInstant(status.updatedAt(), ZoneOffset.UTC).minusDays(PAST_DAYS - 1L);
        Map<LocalDate, List<Announced>> days = new TreeMap<>(Comparator.reverseOrder());
        Stream.concat(status.incidents().stream(), status.maintenances().stream())
                .filter(each -> !each.isCurrent())
                .forEach(each -> {
                    LocalDate day = LocalDate.ofInstant(each.start(), ZoneOffset.UTC);
                    // What began earlier and ended within the 14 days belongs to their first.
                    days.computeIfAbsent(day.isAfter(first) ? day : first, any -> new ArrayList<>())
                            .add(each);
                });
        return days;
    }

    /** The components by group, null for those without one; a group starts where its name first appears. */
    public Map<String, List<Member>> groups() {
        Map<String, List<Member>> groups = new LinkedHashMap<>();
        for (ComponentEntry each : status.components()) {
            groups.computeIfAbsent(each.group(), name -> new ArrayList<>())
                    .add(new Member(each, DayBars.of(history.days(each.id()), status.updatedAt(), words())));
        }
        return groups;
    }

    public boolean isCollapsed() {
        return status.components().size() >= MANY_COMPONENTS;
    }

    public DayBars platformDays() {
        return DayBars.of(history.days(), status.updatedAt(), words());
    }

    /** What a day can be, for the legend. */
    public ComponentStatus[] statuses() {
        return ComponentStatus.values();
    }
}
