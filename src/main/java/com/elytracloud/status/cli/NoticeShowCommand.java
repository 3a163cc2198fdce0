package com.elytracloud.status.cli;

import java.time.Clock;
import java.time.Duration;

import picocli.CommandLine.Command;

import com.elytracloud.status.config.Settings;
import com.elytracloud.status.config.SettingsSection.Purpose;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.NoticeBoard;

/** Shows the notice that is up. */
@Command(name = "show", description = "Shows the notice, and whether it still speaks.")
final class NoticeShowCommand extends ApplicationCommand {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    @Override
    public Integer call() throws Exception {
        bean(Settings.class).require(Purpose.NOTICE);
        Reading<Notice> reading = bean(NoticeBoard.class).read(Deadline.in(LIMIT));
        return Answers.print(this, "notice", reading, this::print);
    }

    private String print(Notice notice) {
        boolean speaks = notice.isActiveAt(bean(Clock.class).instant());
        return NoticeText.of(notice) + (speaks ? "" : "It has expired: the measurements speak.\n");
    }
}
