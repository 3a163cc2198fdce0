package com.elytracloud.status.cli;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.domain.AnnouncementSource;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.MaintenanceStatus;
import com.elytracloud.status.domain.MaintenanceUpdate;

/** Commands about maintenances. */
@Command(
        name = "maintenance",
        subcommands = {
            MaintenanceCommand.Schedule.class,
            MaintenanceCommand.Update.class,
            MaintenanceCommand.Cancel.class,
            AnnouncementListCommand.OfMaintenances.class
        },
        description = "Announces planned work.",
        synopsisSubcommandLabel = "COMMAND")
final class MaintenanceCommand {

    @Command(
            name = "schedule",
            description =
                    "Announces a maintenance; while it runs, the monitors of its components count as in maintenance.")
    static final class Schedule extends PostCommand {
        @Option(names = "--title", required = true, paramLabel = "T", description = "One line, at most 120 characters.")
        private String title;

        @Option(names = "--message", required = true, paramLabel = "M", description = "At most 1,000 characters.")
        private String message;

        @Option(
                names = "--from",
                required = true,
                paramLabel = "TIME",
                converter = Moment.OfTime.class,
                description = "\"2026-11-26 22:00\" in UTC, or ISO 8601.")
        private Instant from;

        @Option(
                names = "--to",
                required = true,
                paramLabel = "TIME",
                converter = Moment.OfTime.class,
                description = "Its end, at most 14 days later.")
        private Instant to;

        @Option(names = "--components", split = ",", paramLabel = "ID", description = "The affected components.")
        private List<String> components = List.of();

        @Override
        void change(Instant now) throws JsonProcessingException {
            if (!to.isAfter(now)) {
                throw new IllegalArgumentException("the maintenance would end in the past, at " + to);
            }
            Maintenance posted = new Maintenance(
                    newId(now),
                    checked("title", title),
                    components(components, state()),
                    AnnouncementSource.OPERATOR,
                    from,
                    to,
                    List.of(new MaintenanceUpdate(now, MaintenanceStatus.SCHEDULED, checked("message", message))));
            store(all -> all.with(posted), all -> posted, "scheduled " + posted.id());
        }
    }

    /** A command about one maintenance of the operator's. */
    abstract static class OfOne extends PostCommand {
        @Parameters(paramLabel = "ID", description = "As \"elytra maintenance list\" shows it.")
        private String id;

        @Option(names = "--message", required = true, paramLabel = "M", description = "At most 1,000 characters.")
        private String message;

        abstract Maintenance changed(Maintenance maintenance, String text, Instant now);

        @Override
        final void change(Instant now) throws JsonProcessingException {
            String text = checked("message", message);
            store(
                    all -> all.with(all.maintenance(id)
                            .filter(each -> !each.isOverAt(now))
                            .map(each -> changed(each, text, now))
                            .orElseThrow(() -> new IllegalArgumentException(
                                    "there is no maintenance '%s' that can be changed here; see \"elytra maintenance list\""
                                            .formatted(id)))),
                    all -> all.maintenance(id).orElseThrow(),
                    "changed " + id);
        }
    }

    @Command(name = "update", description = "Adds an update to a maintenance, and changes its times if given.")
    static final class Update extends OfOne {
        @Option(names = "--from", paramLabel = "TIME", converter = Moment.OfTime.class, description = "Another start.")
        private Instant from;

        @Option(names = "--to", paramLabel = "TIME", converter = Moment.OfTime.class, description = "Another end.")
        private Instant to;

        @Override
        Maintenance changed(Maintenance maintenance, String text, Instant now) {
            Maintenance moved = maintenance.at(
                    from == null ? maintenance.startsAt() : from, to == null ? maintenance.endsAt() : to);
            return moved.with(new MaintenanceUpdate(now, moved.statusAt(now), text));
        }
    }

    @Command(name = "cancel", description = "Cancels a maintenance; it stays in the history.")
    static final class Cancel extends OfOne {
        @Override
        Maintenance changed(Maintenance maintenance, String text, Instant now) {
            return maintenance.with(new MaintenanceUpdate(now, MaintenanceStatus.CANCELLED, text));
        }
    }
}
