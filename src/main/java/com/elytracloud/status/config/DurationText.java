package com.elytracloud.status.config;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;

/** Durations as operators write them. */
public final class DurationText {
    /** What is allowed, for messages. */
    public static final String ALLOWED = "4h, 90m, 1h30m or ISO 8601 such as PT4H";

    private DurationText() {}

    /** Reads {@code 4h}, {@code 90m}, {@code 1d12h} or ISO 8601; empty if it is neither. */
    public static Optional<Duration> parse(String text) {
        String iso = text.strip().toUpperCase(Locale.ROOT);
        if (iso.matches("(\\d+[DHMS])+")) {
            iso = iso.replaceFirst("^(\\d+D)?(.*)$", "P$1T$2").replaceFirst("T$", "");
        }
        try {
            return Optional.of(Duration.parse(iso));
        } catch (DateTimeException | ArithmeticException e) {
            return Optional.empty(); // the caller names the setting and what is allowed
        }
    }

    static Duration of(String text) {
        return parse(text).orElseThrow();
    }
}
