package com.elytracloud.status.run;

import java.util.ArrayList;
import java.util.List;

import com.elytracloud.status.assess.ComponentResolver.Mode;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.SourcePage;
import com.elytracloud.status.domain.SourcePage.Group;
import com.elytracloud.status.domain.StatusOverride;
import com.elytracloud.status.run.TextGuard.Verdict;

/** Everything that operators wrote, with each text that the guard refuses withheld; the run goes on. */
public final class PublicAnnouncements {
    private static final String COMPONENT = "name of a component";
    private static final String GROUP = "group of a component";

    private final TextGuard guard;
    private final String withheld;
    private final List<String> refused = new ArrayList<>();

    /**
     * Checks by this guard.
     *
     * @param withheld in place of a refused text
     */
    public PublicAnnouncements(TextGuard guard, String withheld) {
        this.guard = guard;
        this.withheld = withheld;
    }

    /** Place and rules of each refused text so far, never the text. */
    public List<String> refused() {
        return List.copyOf(refused);
    }

    /** The announcements as they may be published. */
    public Announcements of(Announcements announced) {
        return new Announcements(
                announced.incidents().stream().map(this::incident).toList(),
                announced.maintenances().stream().map(this::maintenance).toList(),
                announced.override() == null ? null : override(announced.override()));
    }

    /** A status page without refused names: components, their ids included, are named after its groups or monitors. */
    Reading<MonitorFleet> of(Reading<MonitorFleet> monitors, Mode mode) {
        return mode == Mode.NAMED
                ? monitors
                : monitors.then(fleet -> new Reading.Found<>(fleet.with(page(fleet.page(), mode))));
    }

    private SourcePage page(SourcePage page, Mode mode) {
        boolean areGroups = mode == Mode.PAGE_GROUPS;
        List<Group> groups = page.groups().stream()
                .map(group -> new Group(
                        group.key(),
                        text(group.name(), areGroups ? COMPONENT : GROUP),
                        areGroups ? group.monitors() : monitors(group)))
                .toList();
        return new SourcePage(page.read(), groups, page.incidents(), page.maintenances());
    }

    private List<Monitor> monitors(Group group) {
        return group.monitors().stream()
                .map(each -> new Monitor(each.id(), each.kind(), text(each.name(), COMPONENT), ""))
                .toList();
    }

    /** Names of components are texts of the operator as well, or of a status page. */
    Assessment of(Assessment assessment) {
        return new Assessment(
                assessment.next(),
                assessment.platform(),
                assessment.shown(),
                assessment.monitors(),
                assessment.uptime(),
                assessment.backups(),
                assessment.components().stream()
                        .map(each -> new Component.Verdict(
                                component(each.component()), each.verdict(), each.shown(), each.uptime()))
                        .toList());
    }

    private Component component(Component component) {
        String group = component.group().isEmpty() ? "" : text(component.group(), GROUP);
        return new Component(
                component.id(), text(component.name(), COMPONENT), group, component.key(), component.monitors());
    }

    // Our own sentences need no check, and a configured secret in them would be found in the final bytes.
    private Incident incident(Incident incident) {
        if (incident.source() == Announcements.Source.AUTOMATIC) {
            return incident;
        }
        String place = "incident " + incident.id();
        return incident.edited(text(incident.title(), place + ", title"), incident.impact(), incident.components())
                .withUpdates(updates(incident.updates(), place));
    }

    private Maintenance maintenance(Maintenance maintenance) {
        String place = "maintenance " + maintenance.id();
        return maintenance
                .edited(text(maintenance.title(), place + ", title"), maintenance.components())
                .withUpdates(updates(maintenance.updates(), place));
    }

    private <S extends Enum<S>> List<Update<S>> updates(List<Update<S>> updates, String place) {
        return updates.stream()
                .map(each -> new Update<>(each.at(), each.status(), text(each.message(), place + ", message")))
                .toList();
    }

    private StatusOverride override(StatusOverride override) {
        return new StatusOverride(
                override.status(),
                text(override.reason(), "reason of the override"),
                override.startedAt(),
                override.endsAt());
    }

    private String text(String text, String place) {
        Verdict verdict = guard.check(text, place);
        if (!verdict.isRefused()) {
            return text;
        }
        refused.add(verdict.line());
        return withheld;
    }
}
