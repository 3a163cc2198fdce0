package com.elytracloud.status.cli;

import java.time.Duration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;

/** Takes the notice down. */
@Dependent
@Unremovable
@Command(name = "clear", description = "Takes the notice down; from the next run on the measurements speak again.")
final class NoticeClearCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    Settings settings;

    @Inject
    NoticeBoard board;

    @Override
    public Integer call() {
        settings.require(Purpose.NOTICE);
        board.clear(Deadline.in(LIMIT));
        out().println("From the next run on the measurements speak again.");
        return ExitCode.DONE;
    }
}
