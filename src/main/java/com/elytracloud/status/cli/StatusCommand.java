package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** What concerns the published status. */
@Command(
        subcommands = {SummaryCommand.class, PublishCommand.class, CheckCommand.class, NoticeCommand.class},
        name = "status",
        description = "Judges the platform and publishes its status.",
        synopsisSubcommandLabel = "COMMAND")
final class StatusCommand {}
