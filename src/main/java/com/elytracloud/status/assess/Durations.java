package com.elytracloud.status.assess;

import java.time.Duration;

/** Durations for people, in the largest unit that fits. */
final class Durations {
    private Durations() {}

    /** Such as {@code 20 s}, {@code 14 min}, {@code 3 h} or {@code 2 d}; truncated. */
    static String text(Duration duration) {
        if (duration.compareTo(Duration.ofMinutes(2)) < 0) {
            return duration.toSeconds() + " s";
        }
        if (duration.compareTo(Duration.ofHours(2)) < 0) {
            return duration.toMinutes() + " min";
        }
        return duration.compareTo(Duration.ofDays(2)) < 0 ? duration.toHours() + " h" : duration.toDays() + " d";
    }
}
