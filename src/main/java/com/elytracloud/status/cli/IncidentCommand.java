package com.elytracloud.status.cli;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Impact;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.IncidentStatus;
import com.elytracloud.status.domain.IncidentUpdate;
import com.elytracloud.status.domain.RunState;

/** Commands about incidents. */
@Command(
        name = "incident",
        subcommands = {
            IncidentCommand.Open.class,
            IncidentCommand.Update.class,
            IncidentCommand.Resolve.class,
            IncidentCommand.Edit.class,
            AnnouncementListCommand.OfIncidents.class,
            AnnouncementShowCommand.class
        },
        description = "Publishes what is wrong and what is being done about it.",
        synopsisSubcommandLabel = "COMMAND")
final class IncidentCommand {

    @Command(
            name = "open",
            description = {
                "Opens an incident and publishes it.",
                "If a run already opened one for these components, this becomes its next update,"
                        + " unless its impact is none."
            })
    static final class Open extends PostCommand {
        @Option(names = "--title", required = true, paramLabel = "T", description = "One line, at most 120 characters.")
        private String title;

        @Option(names = "--message", required = true, paramLabel = "M", description = "At most 1,000 characters.")
        private String message;

        @Option(names = "--impact", required = true, paramLabel = "I", description = "none, degraded or outage.")
        private Impact impact;

        @Option(names = "--components", split = ",", paramLabel = "ID", description = "The affected components.")
        private List<String> components = List.of();

        @Override
        void change(Instant now) throws JsonProcessingException {
            RunState state = state();
            IncidentUpdate first = new IncidentUpdate(now, IncidentStatus.INVESTIGATING, checked("message", message));
            Incident posted = new Incident(
                    newId(now),
                    checked("title", title),
                    impact,
                    components(components, state),
                    AnnouncementSource.OPERATOR,
                    now,
                    List.of(first));
            Optional<Incident> automatic = state.announced().incidents().stream()
                    .filter(each -> each.source() == AnnouncementSource.AUTOMATIC && each.isOpen())
                    .filter(each -> posted.impact() != Impact.NONE && posted.concerns(each.components()))
                    .findFirst();
            store(
                    all -> all.with(automatic
                            .filter(each -> all.incident(each.id()).isEmpty())
                            .map(each -> each.takenOver(posted))
                            .orElse(posted)),
                    all -> latest(all, first),
                    "opened " + automatic.map(Incident::id).orElse(posted.id()));
        }

        private static Incident latest(Announcements all, IncidentUpdate update) {
            return all.incidents().stream()
                    .filter(each -> each.latest().equals(update))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** A command that adds something to an incident; one that a run opened becomes the operator's by it. */
    abstract static class OfOne extends PostCommand {
        @Parameters(paramLabel = "ID", description = "As \"elytra incident list\" shows it.")
        private String id;

        abstract Incident changed(Incident incident, Instant now, RunState state);

        @Override
        final void change(Instant now) throws JsonProcessingException {
            RunState state = state();
            store(
                    all -> all.with(changed(find(all, state), now, state)),
                    all -> all.incident(id).orElseThrow(),
                    "changed " + id);
        }

        private Incident find(Announcements all, RunState state) {
            return all.incident(id)
                    .or(() -> state.announced().incident(id))
                    .filter(each -> each.source() != AnnouncementSource.UPTIME_KUMA)
                    .map(each -> new Incident(
                            each.id(),
                            each.title(),
                            each.impact(),
                            each.components(),
                            AnnouncementSource.OPERATOR,
                            each.startedAt(),
                            each.updates()))
                    .orElseThrow(() -> new IllegalArgumentException(
                            "there is no incident '%s' that can be changed here; see \"elytra incident list\""
                                    .formatted(id)));
        }
    }

    @Command(name = "update", description = "Adds an update and publishes it.")
    static final class Update extends OfOne {
        @Option(names = "--message", required = true, paramLabel = "M", description = "At most 1,000 characters.")
        private String message;

        @Option(
                names = "--status",
                paramLabel = "S",
                description = "investigating, identified or monitoring; as before unless given.")
        private IncidentStatus status;

        @Override
        Incident changed(Incident incident, Instant now, RunState state) {
            IncidentStatus next = status == null ? incident.latest().status() : status;
            return incident.with(new IncidentUpdate(now, next, checked("message", message)));
        }
    }

    @Command(name = "resolve", description = "Resolves an incident; it stays in the history.")
    static final class Resolve extends OfOne {
        @Option(names = "--message", required = true, paramLabel = "M", description = "At most 1,000 characters.")
        private String message;

        @Override
        Incident changed(Incident incident, Instant now, RunState state) {
            return incident.with(new IncidentUpdate(now, IncidentStatus.RESOLVED, checked("message", message)));
        }
    }

    @Command(name = "edit", description = "Changes title, impact or components of an incident.")
    static final class Edit extends OfOne {
        @Option(names = "--title", paramLabel = "T", description = "One line, at most 120 characters.")
        private String title;

        @Option(names = "--impact", paramLabel = "I", description = "none, degraded or outage.")
        private Impact impact;

        @Option(names = "--components", split = ",", paramLabel = "ID", description = "The affected components.")
        private List<String> components;

        @Override
        Incident changed(Incident incident, Instant now, RunState state) {
            if (title == null && impact == null && components == null) {
                throw new IllegalArgumentException("nothing to change; give --title, --impact or --components");
            }
            return incident.edited(
                    title == null ? incident.title() : checked("title", title),
                    impact == null ? incident.impact() : impact,
                    components == null ? incident.components() : components(components, state));
        }
    }
}
