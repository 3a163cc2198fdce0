package com.elytracloud.status.site;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** Times as people read them: absolute and in UTC, because a static page cannot know when it is read. */
final class Times {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern(
                    "d MMM uuuu, HH:mm 'UTC'", Locale.ENGLISH)
            .withZone(ZoneOffset.UTC);
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

    private Times() {}

    /** {@code 20 Nov 2026, 21:50 UTC}. */
    static String minute(Instant at) {
        return MINUTE.format(at);
    }

    /** {@code 20 Nov 2026}. */
    static String day(LocalDate date) {
        return DAY.format(date);
    }
}
