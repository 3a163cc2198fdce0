package com.elytracloud.status.cli;

import java.time.Duration;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;

/** Takes the notice down. */
@Command(name = "clear", description = "Takes the notice down; from the next run on the measurements speak again.")
final class NoticeClearCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public Integer call() {
        bean(Settings.class).require(Purpose.NOTICE);
        bean(NoticeBoard.class).clear(Deadline.in(LIMIT));
        out().println("From the next run on the measurements speak again.");
        return ExitCode.DONE;
    }
}
