package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Maintenance;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.IncidentStore;

/** Lists all announcements of any origin, newest first. */
abstract class AnnouncementListCommand extends ApplicationCommand {
    @Option(names = "--json", description = "Print the list as JSON.")
    private boolean isJson;

    @Override
    public final Integer call() throws Exception {
        bean(Settings.class).require(Capability.ANNOUNCE);
        Instant now = bean(Clock.class).instant();
        return Answers.print(this, "incidents", all(), all -> isJson ? json(list(all)) + "\n" : table(all, now));
    }

    /** Everything, including what the runs announced or took from the source; never "nothing". */
    static Reading<Announcements> all() {
        Reading<Announcements> stored = bean(IncidentStore.class).read(Deadline.in(PostCommand.LIMIT));
        return stored.fold(
                found -> new Reading.Found<>(found.and(PostCommand.state().announced())),
                () -> new Reading.Found<>(PostCommand.state().announced()),
                Reading.Failed::new);
    }

    abstract List<?> list(Announcements all);

    abstract String table(Announcements all, Instant now);

    static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    @Command(name = "list", description = "Lists all incidents, newest first.")
    static final class OfIncidents extends AnnouncementListCommand {
        @Override
        List<Incident> list(Announcements all) {
            return all.incidents().stream()
                    .sorted(Comparator.comparing(Incident::startedAt).reversed())
                    .toList();
        }

        @Override
        String table(Announcements all, Instant now) {
            Table table = new Table().row("ID", "STATUS", "IMPACT", "SOURCE", "SINCE", "TITLE");
            list(all)
                    .forEach(each -> table.row(
                            each.id(),
                            word(each.latest().status()),
                            word(each.impact()),
                            word(each.source()),
                            each.startedAt().toString(),
                            each.title()));
            return table.toString();
        }
    }

    @Command(name = "list", description = "Lists all maintenances, newest first.")
    static final class OfMaintenances extends AnnouncementListCommand {
        @Override
        List<Maintenance> list(Announcements all) {
            return all.maintenances().stream()
                    .sorted(Comparator.comparing(Maintenance::startsAt).reversed())
                    .toList();
        }

        @Override
        String table(Announcements all, Instant now) {
            Table table = new Table().row("ID", "STATUS", "SOURCE", "FROM", "TO", "TITLE");
            list(all)
                    .forEach(each -> table.row(
                            each.id(),
                            word(each.statusAt(now)),
                            word(each.source()),
                            each.startsAt().toString(),
                            each.endsAt().equals(Instant.MAX)
                                    ? "not known"
                                    : each.endsAt().toString(),
                            each.title()));
            return table.toString();
        }
    }
}
