package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

import com.fasterxml.jackson.core.JsonProcessingException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Capability;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.StatusOverride;

/** Commands about the override of the platform's status. */
@Command(
        name = "override",
        subcommands = {OverrideCommand.Set.class, OverrideCommand.Clear.class, OverrideCommand.Show.class},
        description = "Sets the platform's status by hand; readers see that an operator set it, and what was measured.",
        synopsisSubcommandLabel = "COMMAND")
final class OverrideCommand {

    @Command(
            name = "set",
            description = "Overrides the platform's status until it ends by itself; uptime is never overridden.")
    static final class Set extends PostCommand {
        @Option(
                names = "--status",
                required = true,
                paramLabel = "S",
                description = "operational, degraded, outage or unknown.")
        private PlatformStatus status;

        @Option(
                names = "--reason",
                required = true,
                paramLabel = "R",
                description = "Public, at most 1,000 characters.")
        private String reason;

        @Option(
                names = "--for",
                paramLabel = "1h",
                defaultValue = "1h",
                converter = Moment.OfDuration.class,
                description = "At most 24h, for operational at most 2h; default: ${DEFAULT-VALUE}.")
        private Duration length;

        @Override
        void change(Instant now) throws JsonProcessingException {
            StatusOverride set = new StatusOverride(status, checked("reason", reason), now, now.plus(length));
            store(all -> all.with(set), all -> set, "set until " + set.endsAt());
        }
    }

    @Command(name = "clear", description = "Removes the override; the measured status is published again.")
    static final class Clear extends PostCommand {
        @Override
        void change(Instant now) throws JsonProcessingException {
            store(all -> all.with((StatusOverride) null), all -> all, "cleared");
        }
    }

    @Command(name = "show", description = "Shows the override that applies now.")
    static final class Show extends ApplicationCommand {
        @Option(names = "--json", description = "Print it as JSON.")
        private boolean isJson;

        @Override
        public Integer call() throws Exception {
            bean(Settings.class).require(Capability.ANNOUNCE);
            Instant now = bean(Clock.class).instant();
            Reading<StatusOverride> found = AnnouncementListCommand.all().then(all -> all.overrideAt(now)
                    .<Reading<StatusOverride>>map(Reading.Found::new)
                    .orElseGet(Reading.Nothing::new));
            if (found instanceof Reading.Nothing) {
                out().println(isJson ? "null" : "no override applies");
                out().flush();
                return ExitCode.DONE;
            }
            return Answers.print(this, "override", found, each -> isJson ? json(each) + "\n" : text(each));
        }

        private static String text(StatusOverride override) {
            return new Table()
                    .row("Status", AnnouncementListCommand.word(override.status()))
                    .row("Reason", override.reason())
                    .row("Since", override.startedAt().toString())
                    .row("Until", override.endsAt().toString())
                    .toString();
        }
    }
}
