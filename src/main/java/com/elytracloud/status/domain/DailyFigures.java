package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The platform's uptime of the last 24 hours by the source's own data, stored once an hour. Values 24 hours apart cover
 * a longer window without a gap, and they include every heartbeat, which our own samples do not.
 *
 * @param shares 0 to 1 by the instant they ended at, the newest of each UTC hour, of at most {@link #HOURS_KEPT} hours
 */
public record DailyFigures(NavigableMap<Instant, BigDecimal> shares) {
    /** 31 days: the oldest figure of 30 ended 29 days ago. */
    public static final int HOURS_KEPT = 31 * 24;

    /** A first run, or a lost state. */
    public static final DailyFigures NONE = new DailyFigures(new TreeMap<>());

    private static final Duration NEAR = Duration.ofHours(2);

    public DailyFigures {
        shares = Collections.unmodifiableNavigableMap(new TreeMap<>(shares));
        if (shares.size() > HOURS_KEPT
                || shares.values().stream().anyMatch(each -> each.signum() < 0 || each.compareTo(BigDecimal.ONE) > 0)) {
            throw new IllegalArgumentException("daily figures are at most %d, each within 0..1, not %d: %s"
                    .formatted(HOURS_KEPT, shares.size(), shares.values()));
        }
    }

    /** With one more figure, in place of an earlier one of the same hour; one that is not the newest changes nothing. */
    public DailyFigures with(Instant at, BigDecimal share) {
        if (!shares.isEmpty() && !at.isAfter(shares.lastKey())) {
            return this;
        }
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        Instant oldest = hour.minus(Duration.ofHours(HOURS_KEPT - 1));
        NavigableMap<Instant, BigDecimal> kept = new TreeMap<>(shares.subMap(oldest, true, hour, false));
        kept.put(at, share);
        return new DailyFigures(kept);
    }

    /** The figure that ended nearest to an instant, at most two hours off; of two equally near the older. */
    public Optional<BigDecimal> nearest(Instant target) {
        return shares.subMap(target.minus(NEAR), true, target.plus(NEAR), true).entrySet().stream()
                .min(Comparator.comparing(
                        each -> Duration.between(each.getKey(), target).abs()))
                .map(Map.Entry::getValue);
    }
}
