package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.quarkus.qute.RawString;

import com.elytracloud.status.contract.HistoryDocument;
import com.elytracloud.status.contract.HistoryDocument.ComponentHistory;
import com.elytracloud.status.contract.StatusDocument;
import com.elytracloud.status.contract.StatusDocument.ComponentEntry;
import com.elytracloud.status.contract.StatusDocument.IncidentEntry;
import com.elytracloud.status.contract.StatusDocument.MaintenanceEntry;
import com.elytracloud.status.domain.MaintenanceStatus;

/**
 * What the templates of the pages read.
 *
 * @param root from the page to the folder of the site, empty or {@code ../}
 */
public record PageModel(
        SiteIdentity site, PageAssets assets, String root, StatusDocument status, HistoryDocument history) {
    /** From how many components on their bars are collapsed. */
    private static final int MANY_COMPONENTS = 13;

    /** Texts and formats. */
    public Messages words() {
        return site.language().messages();
    }

    public String lang() {
        return site.language().code();
    }

    public StatusStyle style() {
        return StatusStyle.of(status.headline());
    }

    public String headline() {
        return HeadlineText.of(status, words());
    }

    public String affected() {
        return HeadlineText.affected(status, words());
    }

    public String source() {
        return HeadlineText.source(status, words());
    }

    public Moment time(Instant at) {
        return new Moment(at.toString(), words().minute(at));
    }

    public RawString css() {
        return assets.css();
    }

    /** The names of components by their ids; an id that is gone stays as it is. */
    public String names(List<String> ids) {
        Map<String, String> names = status.components().stream()
                .collect(Collectors.toMap(ComponentEntry::id, ComponentEntry::name, (a, b) -> a));
        return ids.stream().map(id -> names.getOrDefault(id, id)).collect(Collectors.joining(", "));
    }

    public List<IncidentView> openIncidents() {
        return status.incidents().stream()
                .filter(IncidentEntry::isOpen)
                .map(this::incident)
                .toList();
    }

    public IncidentView incident(IncidentEntry entry) {
        return IncidentView.of(entry, this);
    }

    public List<IncidentView> maintenances() {
        return status.maintenances().stream()
                .filter(each -> isCurrent(each.status()))
                // Those that run first, then the next ones in their order.
                .sorted(Comparator.comparing(MaintenanceEntry::startsAt))
                .map(each -> IncidentView.of(each, this))
                .toList();
    }

    public List<PastDay> pastDays() {
        return PastDay.of(this);
    }

    /** The components in their order; a group starts where its name first appears. */
    public List<ComponentGroup> groups() {
        Map<String, ComponentHistory> histories = history.components().stream()
                .collect(Collectors.toMap(ComponentHistory::id, Function.identity(), (a, b) -> a));
        return ComponentGroup.of(status.components(), id -> {
            ComponentHistory known = histories.get(id);
            return DayBars.of(known == null ? List.of() : known.days(), status.updatedAt(), words());
        });
    }

    public boolean isCollapsed() {
        return status.components().size() >= MANY_COMPONENTS;
    }

    public DayBars platformDays() {
        return DayBars.of(history.days(), status.updatedAt(), words());
    }

    public BackupView backups() {
        return status.backups() == null ? null : BackupView.of(status.backups(), this);
    }

    /** The figures of the platform in the order of the page. */
    public List<Figure> uptime() {
        StatusDocument.Uptime uptime = status.uptime();
        return List.of(
                figure("last24h", uptime.last24h()),
                figure("last7d", uptime.last7d()),
                figure("last30d", uptime.last30d()));
    }

    public String regions() {
        return String.join(", ", status.infrastructure().regions());
    }

    public String word(StatusStyle style) {
        return style.word(words());
    }

    public String percent(BigDecimal percentOrNull) {
        return words().percent(percentOrNull);
    }

    public String updates(IncidentView incident) {
        return words().count("updates", incident.updates().size());
    }

    public List<StatusStyle> styles() {
        return List.of(StatusStyle.values());
    }

    public String icon() {
        return PageAssets.icon(style());
    }

    /** The favicon of an incident's own page. */
    public String iconOf(IncidentView incident) {
        return PageAssets.icon(incident.style());
    }

    private Figure figure(String key, BigDecimal percentOrNull) {
        return new Figure(words().text(key), percent(percentOrNull), percentOrNull != null);
    }

    static boolean isCurrent(MaintenanceStatus status) {
        return switch (status) {
            case SCHEDULED, IN_PROGRESS -> true;
            case COMPLETED, CANCELLED -> false;
        };
    }

    /** One uptime figure. */
    public record Figure(String name, String value, boolean known) {}

    /** A time for programs and for people. */
    public record Moment(String iso, String text) {}
}
