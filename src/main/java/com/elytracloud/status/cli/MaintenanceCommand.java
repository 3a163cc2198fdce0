package com.elytracloud.status.cli;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.BiFunction;

import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Announcements.Update;
import com.elytracloud.status.domain.Maintenance;

/** Commands about maintenances. */
@Command(name = "maintenance", description = "Announces planned work.", synopsisSubcommandLabel = "COMMAND")
final class MaintenanceCommand extends AnnouncementCommand {
    private static final String ID = "As \"elytra maintenance list\" shows it.";
    private static final String FROM = "\"2026-11-26 22:00\" in UTC, or ISO 8601.";
    private static final String TO = "Its end, at most 14 days later.";

    @Command(
            name = "schedule",
            description =
                    "Announces a maintenance; while it runs, the monitors of its components count as in maintenance.")
    int schedule(
            @Mixin Posting options,
            @Option(names = "--title", required = true, paramLabel = "T", description = TITLE) String title,
            @Option(names = "--message", required = true, paramLabel = "M", description = MESSAGE) String message,
            @Option(names = "--from", required = true, paramLabel = "TIME", description = FROM) Instant from,
            @Option(names = "--to", required = true, paramLabel = "TIME", description = TO) Instant to,
            @Option(names = "--components", split = ",", paramLabel = "ID", description = COMPONENTS)
                    List<String> components) {
        return post(options, now -> {
            if (!to.isAfter(now)) {
                throw new IllegalArgumentException("the maintenance would end in the past, at " + to);
            }
            Maintenance posted = new Maintenance(
                    newId(now),
                    checked("title", title),
                    components(components, state()),
                    Announcements.Source.OPERATOR,
                    from,
                    to,
                    List.of(new Update<>(now, Maintenance.Status.SCHEDULED, checked("message", message))));
            return new Change<>(all -> all.with(posted), all -> posted, each -> "scheduled " + each.id());
        });
    }

    @Command(name = "update", description = "Adds an update to a maintenance, and changes its times if given.")
    int update(
            @Mixin Posting options,
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--message", required = true, paramLabel = "M", description = MESSAGE) String message,
            @Option(names = "--from", paramLabel = "TIME", description = "Another start.") Instant from,
            @Option(names = "--to", paramLabel = "TIME", description = "Another end.") Instant to) {
        return change(options, id, (maintenance, now) -> {
            Maintenance moved = maintenance.at(
                    from == null ? maintenance.startsAt() : from, to == null ? maintenance.endsAt() : to);
            return moved.with(now, moved.statusAt(now), checked("message", message));
        });
    }

    @Command(name = "cancel", description = "Cancels a maintenance; it stays in the history.")
    int cancel(
            @Mixin Posting options,
            @Parameters(paramLabel = "ID", description = ID) String id,
            @Option(names = "--message", required = true, paramLabel = "M", description = MESSAGE) String message) {
        return change(options, id, (maintenance, now) -> {
            return maintenance.with(now, Maintenance.Status.CANCELLED, checked("message", message));
        });
    }

    private int change(Posting options, String id, BiFunction<Maintenance, Instant, Maintenance> change) {
        return post(
                options,
                now -> new Change<>(
                        all -> all.with(all.maintenance(id)
                                .filter(each -> !each.isOverAt(now))
                                .map(each -> change.apply(each, now))
                                .orElseThrow(() -> notFound("maintenance", id))),
                        all -> all.maintenance(id).orElseThrow(),
                        each -> "changed " + id));
    }

    @Command(name = "list", description = "Lists all maintenances, newest first.")
    void list(@Option(names = "--json", description = "Print the list as JSON.") boolean isJson) {
        List<Maintenance> maintenances = announced().maintenances().stream()
                .sorted(Comparator.comparing(Maintenance::startsAt).reversed())
                .toList();
        Table table = new Table().row("ID", "STATUS", "SOURCE", "FROM", "TO", "TITLE");
        maintenances.forEach(each -> table.row(
                each.id(),
                word(each.statusAt(now())),
                word(each.source()),
                each.startsAt(),
                each.endsAt().equals(Instant.MAX) ? "not known" : each.endsAt(),
                each.title()));
        print(isJson, maintenances, table::toString);
    }
}
