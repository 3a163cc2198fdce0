package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.IntStream;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorScope;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.testing.MonitorBuilder;

import static com.elytracloud.status.testing.MonitorBuilder.aFleet;
import static com.elytracloud.status.testing.MonitorBuilder.aMonitor;
import static com.elytracloud.status.testing.ScopeBuilder.aScope;

/**
 * Ninety days of five monitors, one of them critical, watched every ten minutes: a leap day and both continents' changes
 * of the clock, eight missed runs a day, thirty blips of one run, a silent source, an outage and a night of maintenance.
 */
final class NinetyDays {
    static final int WEIGHT = 7;
    static final MonitorScope SCOPE = aScope().critical("1").weight("1", 3).scope();
    static final Instant START = Instant.parse("2028-02-14T00:00:00Z");

    private static final int SLOTS_A_DAY = 144;
    private static final int SLOTS = 90 * SLOTS_A_DAY;
    private static final int SLOT_SECONDS = 600;
    private static final Span SILENCE = new Span(20 * SLOTS_A_DAY + 50, 42);
    private static final Span OUTAGE = new Span(45 * SLOTS_A_DAY + 100, 4);
    private static final Span MAINTENANCE = new Span(70 * SLOTS_A_DAY, 36);

    private final Random random;
    private final Set<Integer> blips;

    NinetyDays(long seed) {
        random = new Random(seed);
        blips = blips();
    }

    /** The runs that take place, each up to twenty seconds late. */
    List<Run> runs() {
        List<Run> runs = new ArrayList<>();
        Set<Integer> missed = missed();
        for (int slot = 0; slot < SLOTS; slot++) {
            if (!missed.contains(slot)) {
                runs.add(new Run(slot, at(slot).plusMillis(random.nextInt(20_000))));
            }
        }
        return runs;
    }

    private Set<Integer> blips() {
        Set<Integer> chosen = new HashSet<>();
        while (chosen.size() < 30) {
            int slot = 10 + random.nextInt(SLOTS - 20);
            if (isQuiet(slot) && chosen.stream().allMatch(other -> Math.abs(other - slot) > 20)) {
                chosen.add(slot);
            }
        }
        return chosen;
    }

    private Set<Integer> missed() {
        Set<Integer> missed = new HashSet<>();
        for (int day = 0; day < 90; day++) {
            int before = missed.size();
            while (missed.size() < before + 8) {
                int slot = day * SLOTS_A_DAY + random.nextInt(SLOTS_A_DAY);
                if (!blips.contains(slot) && !OUTAGE.isNear(slot)) {
                    missed.add(slot);
                }
            }
        }
        return missed;
    }

    private static boolean isQuiet(int slot) {
        return !SILENCE.isNear(slot) && !OUTAGE.isNear(slot) && !MAINTENANCE.isNear(slot);
    }

    private static Instant at(int slot) {
        return START.plusSeconds((long) SLOT_SECONDS * slot);
    }

    private record Span(int from, int slots) {
        boolean contains(int slot) {
            return slot >= from && slot < from + slots;
        }

        boolean isNear(int slot) {
            return slot >= from - 10 && slot < from + slots + 10;
        }
    }

    /** One run, and what is true at its instant. */
    final class Run {
        private final int slot;
        private final Instant at;

        Run(int slot, Instant at) {
            this.slot = slot;
            this.at = at;
        }

        Instant at() {
            return at;
        }

        Instant slot() {
            return NinetyDays.at(slot);
        }

        boolean isAnswered() {
            return !SILENCE.contains(slot);
        }

        boolean isInOutage() {
            return OUTAGE.contains(slot);
        }

        /** Summed weights by class, counted by hand. */
        int[] weights() {
            if (!isAnswered()) {
                return new int[] {0, 0, 0, WEIGHT};
            }
            if (isInOutage()) {
                return new int[] {3, 4, 0, 0};
            }
            if (MAINTENANCE.contains(slot)) {
                return new int[] {3, 0, 4, 0};
            }
            return blips.contains(slot) ? new int[] {4, 3, 0, 0} : new int[] {7, 0, 0, 0};
        }

        Reading<MonitorFleet> reading(boolean withFigures) {
            if (!isAnswered()) {
                return new Reading.Failed<>(new Failure(Failure.Reason.TIMED_OUT, "simulated"));
            }
            MonitorBuilder[] monitors = IntStream.rangeClosed(1, 5)
                    .mapToObj(id -> monitor(id, withFigures))
                    .toArray(MonitorBuilder[]::new);
            return new Reading.Found<>(aFleet(monitors));
        }

        private MonitorBuilder monitor(int id, boolean withFigure) {
            MonitorBuilder monitor = aMonitor(String.valueOf(id)).is(state(id));
            return withFigure
                    ? monitor.withUptime(UptimeWindow.LAST_24H, share(id).toPlainString())
                    : monitor;
        }

        private Monitor.State state(int id) {
            if ((isInOutage() && id <= 2) || (blips.contains(slot) && id == 1)) {
                return Monitor.State.DOWN;
            }
            return MAINTENANCE.contains(slot) && id > 1 ? Monitor.State.MAINTENANCE : Monitor.State.UP;
        }

        /** The sum of what the source itself counted of each monitor. */
        BigDecimal weightedShares() {
            return share(1).multiply(BigDecimal.valueOf(3)).add(share(2)).add(BigDecimal.valueOf(3));
        }

        /** What the source itself counted; a blip is a minute to it. */
        private BigDecimal share(int id) {
            long down = id <= 2 ? downSeconds(NinetyDays.at(OUTAGE.from), OUTAGE.slots * SLOT_SECONDS) : 0;
            if (id == 1) {
                down += blips.stream()
                        .mapToLong(blip -> downSeconds(NinetyDays.at(blip), 60))
                        .sum();
            }
            return BigDecimal.valueOf(86_400 - down).divide(BigDecimal.valueOf(86_400), 17, RoundingMode.HALF_EVEN);
        }

        private long downSeconds(Instant from, int seconds) {
            Instant begin = from.isAfter(at.minusSeconds(86_400)) ? from : at.minusSeconds(86_400);
            Instant end = from.plusSeconds(seconds).isBefore(at) ? from.plusSeconds(seconds) : at;
            return Math.max(0, Duration.between(begin, end).toSeconds());
        }
    }
}
