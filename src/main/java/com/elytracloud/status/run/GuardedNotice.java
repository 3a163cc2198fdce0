package com.elytracloud.status.run;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.run.TextGuard.Verdict;

/**
 * The operator's notice as it may be published.
 *
 * @param refused which of its texts were replaced, and by which rules; empty if none was
 */
record GuardedNotice(Optional<Notice> notice, List<String> refused) {
    static GuardedNotice of(Optional<Notice> posted, TextGuard guard) {
        return posted.map(notice -> of(notice, guard)).orElseGet(() -> new GuardedNotice(Optional.empty(), List.of()));
    }

    private static GuardedNotice of(Notice notice, TextGuard guard) {
        Verdict title = guard.check(notice.title(), "notice title");
        Verdict message = guard.check(notice.message(), "notice message");
        Notice shown = new Notice(
                notice.status(),
                title.orWithheld(notice.title()),
                message.orWithheld(notice.message()),
                notice.startedAt(),
                notice.expiresAt());
        return new GuardedNotice(
                Optional.of(shown),
                Stream.of(title, message)
                        .filter(Verdict::isRefused)
                        .map(Verdict::line)
                        .toList());
    }
}
