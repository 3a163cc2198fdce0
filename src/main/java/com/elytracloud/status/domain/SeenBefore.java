package com.elytracloud.status.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;

/**
 * What is known of the backups before a mark without listing them again.
 *
 * @param newest none of them was taken later, in whole seconds; {@link Instant#MIN} if there is none
 * @param days the recent UTC days on which valid ones were taken; empty where all of them are older than any rule asks
 * @param oldest when the oldest valid one was taken, in whole hours; {@link Instant#MAX} where the listing behind the
 *     mark reaches back far enough by itself
 */
public record SeenBefore(Instant newest, Set<LocalDate> days, Instant oldest) {
    /** There is none. */
    public static final SeenBefore NOTHING = new SeenBefore(Instant.MIN, Set.of(), Instant.MAX);

    public SeenBefore {
        Objects.requireNonNull(newest, "newest");
        days = Set.copyOf(days);
        Objects.requireNonNull(oldest, "oldest");
    }

    /** Whether it adds days and history to what is listed behind the mark. */
    public boolean tellsDays() {
        return !oldest.equals(Instant.MAX);
    }
}
