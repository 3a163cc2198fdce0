package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** What concerns the look of the site. */
@Command(
        subcommands = {PreviewCommand.class},
        name = "site",
        description = "Shows what the public site looks like.",
        synopsisSubcommandLabel = "COMMAND")
final class SiteCommand {}
