package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** Commands about the published status. */
@Command(
        subcommands = {SummaryCommand.class, PublishCommand.class, CheckCommand.class, OverrideCommand.class},
        name = "status",
        description = "Evaluates the platform and publishes its status.",
        synopsisSubcommandLabel = "COMMAND")
final class StatusCommand {}
