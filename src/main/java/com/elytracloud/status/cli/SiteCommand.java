package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** Commands about the site. */
@Command(
        subcommands = {PreviewCommand.class},
        name = "site",
        description = "Previews the public site.",
        synopsisSubcommandLabel = "COMMAND")
final class SiteCommand {}
