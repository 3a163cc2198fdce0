package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Our own count of what every run observed, without names. Days are kept in addition to hours because the history is
 * longer than hours can be kept for.
 *
 * @param hours by hours since the epoch, at most {@link #HOURS_KEPT}
 * @param days by UTC days since the epoch, at most {@link #DAYS_KEPT}
 * @param sampledAt the newest sample, in whole seconds; {@link Instant#MIN} before the first
 * @param weight of the scope at that sample, at least 1; what is expected of a run that sees no scope
 */
public record UptimeLedger(
        SortedMap<Long, UptimeCounts> hours, SortedMap<Long, UptimeCounts> days, Instant sampledAt, long weight) {
    /** 35 days: more than the longest window, so that a wrong clock or a late state cannot cut into it. */
    public static final int HOURS_KEPT = 35 * 24;

    /** As many as the history shows. */
    public static final int DAYS_KEPT = 90;

    /** Seconds of an hour cell. */
    public static final long HOUR = 3_600;

    /** A first run, or a lost state. */
    public static final UptimeLedger EMPTY = new UptimeLedger(new TreeMap<>(), new TreeMap<>(), Instant.MIN, 1);

    private static final long DAY = 86_400;

    /** Coarser than the cells' coverage, so that their last digits cannot push an exact three quarters below it. */
    private static final int COVERAGE_DIGITS = 9;

    /** How many seconds before the first sample it applies to: one interval of the schedule. */
    private static final long FIRST_REACH = 600;

    /** How many seconds before it a sample applies to: one and a half intervals of the schedule. */
    private static final long REACH = 900;

    public UptimeLedger {
        hours = Collections.unmodifiableSortedMap(new TreeMap<>(hours));
        days = Collections.unmodifiableSortedMap(new TreeMap<>(days));
        if (hours.size() > HOURS_KEPT || days.size() > DAYS_KEPT) {
            throw new IllegalArgumentException("a ledger has at most %d hours and %d days, not %d and %d"
                    .formatted(HOURS_KEPT, DAYS_KEPT, hours.size(), days.size()));
        }
        if (weight < 1) {
            throw new IllegalArgumentException("the weight of a scope is 1 or more, not %d".formatted(weight));
        }
    }

    /**
     * The ledger with one more sample. One that is not newer than the last changes nothing, so that a run delivered twice
     * or late counts once.
     *
     * @param seen of one second; {@link UptimeCounts#NONE} if the source did not answer
     */
    public UptimeLedger with(Instant at, UptimeCounts seen) {
        long end = at.getEpochSecond();
        if (end <= sampledAt.getEpochSecond()) {
            return this;
        }
        UptimeCounts counted = seen.expected() > 0 ? seen : UptimeCounts.unseen(weight);
        long start = sampledAt.equals(Instant.MIN) ? end - FIRST_REACH : sampledAt.getEpochSecond();
        return new UptimeLedger(
                extended(hours, HOUR, HOURS_KEPT, start, end, counted),
                extended(days, DAY, DAYS_KEPT, start, end, counted),
                Instant.ofEpochSecond(end),
                counted.expected());
    }

    // Of a long gap only the end is known.
    private static SortedMap<Long, UptimeCounts> extended(
            SortedMap<Long, UptimeCounts> cells, long length, int kept, long start, long end, UptimeCounts seen) {
        long oldest = Math.floorDiv(end - 1, length) - kept + 1;
        long seenFrom = Math.max(start, end - REACH);
        SortedMap<Long, UptimeCounts> extended = new TreeMap<>(cells.tailMap(oldest));
        long from = Math.max(start, oldest * length);
        while (from < end) {
            long cell = Math.floorDiv(from, length);
            long to = Math.min(from < seenFrom ? seenFrom : end, (cell + 1) * length);
            UptimeCounts counted = from < seenFrom ? UptimeCounts.unseen(seen.expected()) : seen;
            extended.merge(cell, counted.times(to - from), UptimeCounts::plus);
            from = to;
        }
        return extended;
    }

    /** A window that ends now: by the hours, or by the days where the hours do not reach back that far. */
    public Window over(Duration window, Instant now) {
        long end = now.getEpochSecond();
        return window.toHours() < HOURS_KEPT
                ? over(hours, HOUR, Math.floorDiv(end, HOUR) - window.toHours(), end)
                : over(days, DAY, Math.floorDiv(end - 1, DAY) + 1 - window.toDays(), end);
    }

    // Hours are the current, partial one and as many full ones as the window has, at the full hour only those. Days are
    // as many as the window has, with the current one, which at midnight is the day that ends.
    private static Window over(SortedMap<Long, UptimeCounts> cells, long length, long first, long end) {
        UptimeCounts seen = UptimeCounts.NONE;
        BigDecimal covered = BigDecimal.ZERO;
        for (Map.Entry<Long, UptimeCounts> cell :
                cells.subMap(first, Math.floorDiv(end - 1, length) + 1).entrySet()) {
            long elapsed = Math.min(length, end - cell.getKey() * length);
            seen = seen.plus(cell.getValue());
            covered = covered.add(cell.getValue().coverage().multiply(BigDecimal.valueOf(elapsed)));
        }
        long whole = Math.max(1, end - first * length);
        return new Window(seen, covered.divide(BigDecimal.valueOf(whole), COVERAGE_DIGITS, RoundingMode.HALF_EVEN));
    }

    /**
     * Uptime by the ledger.
     *
     * @param seen everything counted within the window
     * @param coverage the time-average over the cells of the share that was seen, 0 to 1; unlike that of {@code seen} it
     *     includes hours without any run
     */
    public record Window(UptimeCounts seen, BigDecimal coverage) {
        /** Percent with two decimals, cut; empty if too little of the window was seen. */
        public Optional<BigDecimal> percent() {
            return coverage.compareTo(UptimeCounts.ENOUGH) < 0 ? Optional.empty() : seen.percent();
        }
    }
}
