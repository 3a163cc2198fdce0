package com.elytracloud.status.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.Incident;
import com.elytracloud.status.domain.Reading;

/** Shows one incident with its updates. */
@Command(name = "show", description = "Shows an incident with its updates.")
final class AnnouncementShowCommand extends ApplicationCommand {
    @Parameters(paramLabel = "ID", description = "As \"elytra incident list\" shows it.")
    private String id;

    @Option(names = "--json", description = "Print it as JSON.")
    private boolean isJson;

    @Override
    public Integer call() throws Exception {
        bean(Settings.class).require(Capability.ANNOUNCE);
        Reading<Incident> found = AnnouncementListCommand.all().then(all -> all.incident(id)
                .<Reading<Incident>>map(Reading.Found::new)
                .orElseGet(Reading.Nothing::new));
        if (found instanceof Reading.Nothing) {
            err().println("elytra: there is no incident '%s'; see \"elytra incident list\"".formatted(id));
            return ExitCode.FAILED;
        }
        return Answers.print(this, "incident " + id, found, each -> isJson ? json(each) + "\n" : text(each));
    }

    private static String text(Incident incident) {
        Table table = new Table()
                .row("ID", incident.id())
                .row("Title", incident.title())
                .row("Impact", AnnouncementListCommand.word(incident.impact()))
                .row("Components", String.join(", ", incident.components()))
                .row("Source", AnnouncementListCommand.word(incident.source()))
                .row("Since", incident.startedAt().toString());
        incident.updates()
                .forEach(each -> table.row(
                        each.at().toString(), AnnouncementListCommand.word(each.status()) + ": " + each.message()));
        return table.toString();
    }
}
