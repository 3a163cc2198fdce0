package com.elytracloud.status.cli;

import picocli.CommandLine.Command;

/** What a person says to visitors in place of the measurements. */
@Command(
        subcommands = {NoticeSetCommand.class, NoticeShowCommand.class, NoticeClearCommand.class},
        name = "notice",
        description = "Sets, shows or clears what visitors are told in place of the measured status.",
        synopsisSubcommandLabel = "COMMAND")
final class NoticeCommand {}
