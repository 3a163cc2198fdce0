package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;

import io.quarkus.arc.Unremovable;
import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;

/** Shows the notice that is up. */
@Dependent
@Unremovable
@Command(name = "show", description = "Shows the notice, and whether it still speaks.")
final class NoticeShowCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Inject
    Settings settings;

    @Inject
    NoticeBoard board;

    @Inject
    Clock clock;

    @Override
    public Integer call() throws Exception {
        settings.require(Purpose.NOTICE);
        Reading<Notice> reading = board.read(Deadline.in(LIMIT));
        return Answers.print(this, "notice", reading, this::print);
    }

    private String print(Notice notice) {
        boolean speaks = notice.isActiveAt(clock.instant());
        return NoticeText.of(notice) + (speaks ? "" : "It has expired: the measurements speak.\n");
    }
}
