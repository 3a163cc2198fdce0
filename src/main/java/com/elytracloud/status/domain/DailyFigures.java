package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

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
        shares.values().forEach(share -> {
            if (share.signum() < 0 || share.compareTo(BigDecimal.ONE) > 0) {
                throw new IllegalArgumentException("a daily figure is within 0..1, not %s".formatted(share));
            }
        });
    }

    /** With one more figure, in place of an earlier one of the same hour; one that is not the newest changes nothing. */
    public DailyFigures with(Instant at, BigDecimal share) {
        if (!shares.isEmpty() && !at.isAfter(shares.lastKey())) {
            return this;
        }
        Instant hour = at.truncatedTo(ChronoUnit.HOURS);
        NavigableMap<Instant, BigDecimal> kept =
                new TreeMap<>(shares.subMap(hour.minus(Duration.ofHours(HOURS_KEPT - 1)), hour));
        kept.put(at, share);
        return new DailyFigures(kept);
    }

    /** The figure that ended nearest to an instant, at most two hours off; of two equally near the older. */
    public Optional<BigDecimal> nearest(Instant target) {
        return Stream.of(shares.floorKey(target), shares.ceilingKey(target))
                .filter(Objects::nonNull)
                .filter(at -> distance(at, target).compareTo(NEAR) <= 0)
                .min(Comparator.comparing(at -> distance(at, target)))
                .map(shares::get);
    }

    private static Duration distance(Instant one, Instant other) {
        return Duration.between(one, other).abs();
    }
}
