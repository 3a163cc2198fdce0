package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** Commands about alerts. */
@Command(
        subcommands = {AlertsTestCommand.class},
        name = "alerts",
        description = "Tests the alert channels.",
        synopsisSubcommandLabel = "COMMAND")
final class AlertsCommand {}
