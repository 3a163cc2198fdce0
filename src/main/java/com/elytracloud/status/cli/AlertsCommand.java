package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** What concerns the messages to the operator. */
@Command(
        subcommands = {AlertsTestCommand.class},
        name = "alerts",
        description = "Tries the channels by which the operator is told.",
        synopsisSubcommandLabel = "COMMAND")
final class AlertsCommand {}
