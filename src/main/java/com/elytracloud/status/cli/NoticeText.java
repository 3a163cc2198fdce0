package com.elytracloud.status.cli;

import java.util.Locale;

import com.elytracloud.status.domain.Notice;

/** A notice as a person reads it. */
final class NoticeText {
    private NoticeText() {}

    static String of(Notice notice) {
        return new Table()
                .row("Status", notice.status().name().toLowerCase(Locale.ROOT))
                .row("Title", notice.title())
                .row("Message", notice.message())
                .row("Since", notice.startedAt().toString())
                .row("Until", notice.expiresAt().toString())
                .toString();
    }
}
