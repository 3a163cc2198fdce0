package com.elytracloud.status.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Incident.Impact;
import com.elytracloud.status.domain.RunState;

/** Commands about incidents. */
@Command(name = "incident", description = "Publishes what is wrong and what is being done about it.")
final class IncidentCommand extends AnnouncementCommand {
    private static final String ID = "As \"elytra incident list\" shows it.";
    private static final String IMPACT = "none, degraded or outage.";
    private static final String STATUS = "investigating, identified or monitoring; as before unless given.";
    private static final String NEW_COMPONENTS = COMPONENTS + " \"\" removes all.";

    @Command(
            name = "open",
            description = {
                "Opens an incident and publishes it.",
                "If a run already opened one for these components, this becomes its next update,"
                        + " unless its impact is none."
            })
    int open(
            @Mixin Posting options,
            @Option(names = "--title", required = true, paramLabel = "T", description = TITLE) String title,
            @Option(names = "--message", required = true, paramLabel = "M", description = MESSAGE) String message,
            @Option(names = "--impact", required = true, paramLabel = "I", description = IMPACT) Impact impact,
            @Option(names = "--components", split = ",", paramLabel = "ID", description = COMPONENTS)
                    List<String> components) {
        return post(options, now -> {
            RunState state = state();
            Update<Incident.Status> first =
                    new Update<>(now, Incident.Status.INVESTIGATING, checked("message", message));
            Incident posted = new Incident(
                    newId(now),
                    checked("title", title),
                    impact,
                    components(components, state),
                    Announcements.Source.OPERATOR,
                    now,
                    List.of(first));
            Optional<Incident> automatic = state.announced().incidents().stream()
                    .filter(each -> each.source() == Announcements.Source.AUTOMATIC && each.isOpen())
                    .filter(each -> impact != Impact.NONE && posted.concerns(each.components()))
                    .findFirst();
            return new Change<>(
                    all -> all.with(automatic
                            .filter(each -> all.incident(each.id()).isEmpty())
                            .map(each -> each.takenOver(posted))
                            .orElse(posted)),
                    all -> all.incident(posted.id())
                            .or(() -> all.incident(automatic.orElseThrow().id()))
                            .orElseThrow(),
                    incident -> "opened " + incident.id());
        });
    }

    @Command(name = "update", description = "Adds an update and publishes it.")
    int update(
            @Mixin Posting options,
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--message", required = true, paramLabel = "M", description = MESSAGE) String message,
            @Option(names = "--status", paramLabel = "S", description = STATUS) Incident.Status status) {
        return change(options, id, (incident, now) -> {
            Incident.Status next = status == null ? incident.latest().status() : status;
            return incident.with(now, next, checked("message", message));
        });
    }

    @Command(name = "resolve", description = "Resolves an incident; it stays in the history.")
    int resolve(
            @Mixin Posting options,
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--message", required = true, paramLabel = "M", description = MESSAGE) String message) {
        return update(options, id, message, Incident.Status.RESOLVED);
    }

    @Command(name = "edit", description = "Changes title, impact or components of an incident.")
    int edit(
            @Mixin Posting options,
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--title", paramLabel = "T", description = TITLE) String title,
            @Option(names = "--impact", paramLabel = "I", description = IMPACT) Impact impact,
            @Option(names = "--components", split = ",", paramLabel = "ID", description = NEW_COMPONENTS)
                    List<String> components) {
        if (title == null && impact == null && components == null) {
            return refuse("nothing to change; give --title, --impact or --components");
        }
        return change(
                options,
                id,
                (incident, now) -> incident.edited(
                        title == null ? incident.title() : checked("title", title),
                        impact == null ? incident.impact() : impact,
                        components == null ? incident.components() : components(components, state())));
    }

    // An incident that a run opened becomes the operator's by the first change.
    private int change(Posting options, String id, BiFunction<Incident, Instant, Incident> change) {
        return post(options, now -> {
            Optional<Incident> ofRuns = state().announced().incident(id);
            return new Change<>(
                    all -> all.with(all.incident(id)
                            .or(() -> ofRuns)
                            .filter(each -> each.source() != Announcements.Source.UPTIME_KUMA)
                            .map(each -> change.apply(each.byOperator(), now))
                            .orElseThrow(() -> notFound("incident", id))),
                    all -> all.incident(id).orElseThrow(),
                    incident -> "changed " + id);
        });
    }

    @Command(name = "list", description = "Lists all incidents, newest first.")
    void list(@Option(names = "--json", description = "Print the list as JSON.") boolean isJson) {
        List<Incident> incidents = announced().incidents().stream()
                .sorted(Comparator.comparing(Incident::startedAt).reversed())
                .toList();
        Table table = new Table().row("ID", "STATUS", "IMPACT", "SOURCE", "SINCE", "TITLE");
        incidents.forEach(each -> table.row(
                each.id(),
                word(each.latest().status()),
                word(each.impact()),
                word(each.source()),
                each.startedAt(),
                each.title()));
        print(isJson, incidents, table::toString);
    }

    @Command(name = "show", description = "Shows an incident with its updates.")
    int show(
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--json", description = "Print it as JSON.") boolean isJson) {
        Optional<Incident> found = announced().incident(id);
        found.ifPresent(incident -> print(isJson, incident, () -> text(incident)));
        return found.isPresent()
                ? ExitCode.DONE
                : fail("there is no incident '%s'; see \"elytra incident list\"".formatted(id));
    }

    private static String text(Incident incident) {
        Table table = new Table()
                .row("ID", incident.id())
                .row("Title", incident.title())
                .row("Impact", word(incident.impact()))
                .row("Components", String.join(", ", incident.components()))
                .row("Source", word(incident.source()))
                .row("Since", incident.startedAt());
        incident.updates().forEach(each -> table.row(each.at(), word(each.status()) + ": " + each.message()));
        return table.toString();
    }
}
