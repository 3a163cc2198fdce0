package com.elytracloud.status.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The worst status published on each UTC day. An outage is worse than degraded, that is worse than unknown, that is worse than
 * maintenance, and only a day on which every run published operational is operational.
 *
 * @param worst days without a run are absent; at most {@link #DAYS_KEPT}
 */
public record DailyHistory(SortedMap<LocalDate, ComponentStatus> worst) {
    /** As many as visitors see. */
    public static final int DAYS_KEPT = 90;

    /** A first run, or a lost state. */
    public static final DailyHistory NONE = new DailyHistory(new TreeMap<>());

    public DailyHistory {
        worst = Collections.unmodifiableSortedMap(new TreeMap<>(worst));
    }

    public DailyHistory with(Instant at, ComponentStatus published) {
        SortedMap<LocalDate, ComponentStatus> extended = new TreeMap<>(worst);
        extended.merge(date(at), published, ComponentStatus::orWorse);
        return new DailyHistory(extended.tailMap(extended.lastKey().minusDays(DAYS_KEPT - 1)));
    }

    /** The last {@link #DAYS_KEPT} days, oldest first, the day of {@code now} last, each with what the ledger counted. */
    public List<Day> days(UptimeLedger ledger, Instant now) {
        LocalDate today = date(now);
        return today.minusDays(DAYS_KEPT - 1)
                .datesUntil(today.plusDays(1))
                .map(date -> new Day(
                        date,
                        worst.getOrDefault(date, ComponentStatus.UNKNOWN),
                        ledger.days().getOrDefault(date.toEpochDay(), UptimeCounts.NONE)))
                .toList();
    }

    private static LocalDate date(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    /**
     * One day as visitors see it.
     *
     * @param worst unknown if no run published on it
     * @param seen what the ledger counted; of the day it began only from then on, of today so far
     */
    public record Day(LocalDate date, ComponentStatus worst, UptimeCounts seen) {
        /** A day with too few observations is not green, even if all of them were good. */
        public Day {
            boolean unproven = worst.compareTo(ComponentStatus.UNKNOWN) < 0 && !isEnough(seen);
            worst = unproven ? ComponentStatus.UNKNOWN : worst;
        }

        /** Percent with two decimals, cut; empty if too little of the day was seen. */
        public Optional<BigDecimal> percent() {
            return isEnough(seen) ? seen.percent() : Optional.empty();
        }

        private static boolean isEnough(UptimeCounts seen) {
            return seen.coverage().compareTo(UptimeCounts.ENOUGH) >= 0;
        }
    }
}
