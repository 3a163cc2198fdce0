package com.elytracloud.status.testing;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupSeries;
import com.elytracloud.status.domain.BackupSeries.BackupRun;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.Component;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.KnownMonitors.KnownMonitor;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/** Memories for tests. */
public final class StateBuilder {
    private static final Instant NOW = Instant.ofEpochSecond(Moments.NOW.getEpochSecond());
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private StateBuilder() {}

    /** The memory of a run that saw next to nothing. */
    public static RunState aState(long seq) {
        return aState(seq, NOW);
    }

    public static RunState aState(long seq, Instant at) {
        return new RunState(
                seq,
                at,
                at,
                FlapState.NONE,
                Map.of(),
                KnownMonitors.NONE,
                UptimeLedger.EMPTY,
                DailyFigures.NONE,
                DailyHistory.NONE,
                List.of(),
                BackupState.NONE,
                Announcements.NONE);
    }

    /** A memory with a little of everything. */
    public static RunState aSmallState() {
        Instant before = NOW.minusSeconds(600);
        return new RunState(
                41,
                Instant.parse("2028-02-29T23:50:00Z"),
                NOW,
                new FlapState(2, 1, Instant.MIN, PlatformStatus.OUTAGE, before),
                Map.of(
                        "websites",
                        Component.State.first(new Component("websites", "Websites", Set.of(new MonitorId("1"))))),
                new KnownMonitors(
                        Map.of(
                                new MonitorId("1"), new KnownMonitor(MonitorClass.UP, NOW, NOW),
                                new MonitorId("2"), new KnownMonitor(MonitorClass.DOWN, before, NOW),
                                new MonitorId("10"), new KnownMonitor(MonitorClass.UP, NOW, NOW)),
                        Set.of(),
                        Map.of()),
                new UptimeLedger(
                        new TreeMap<>(Map.of(
                                509_000L, new UptimeCounts(10_800, 0, 0, 10_800),
                                509_001L, new UptimeCounts(0, 0, 0, 3),
                                509_040L, new UptimeCounts(7_200, 600, 0, 10_800))),
                        new TreeMap<>(Map.of(21_243L, new UptimeCounts(0, 0, 259_200, 259_200))),
                        NOW,
                        3),
                new DailyFigures(new TreeMap<>(Map.of(
                        before, new BigDecimal("0.999912345678901"), NOW.minus(Duration.ofHours(1)), BigDecimal.ONE))),
                new DailyHistory(new TreeMap<>(Map.of(
                        LocalDate.parse("2028-02-28"), ComponentStatus.OPERATIONAL,
                        LocalDate.parse("2028-02-29"), ComponentStatus.OUTAGE))),
                List.of(new RunState.Transition(before, PlatformStatus.OPERATIONAL, PlatformStatus.OUTAGE)),
                new BackupState("1f", List.of(series("acme", 3), series("b/\u00e9 \"x\"", 1))),
                Announcements.NONE);
    }

    private static BackupSeries series(String customer, int runs) {
        return new BackupSeries(
                customer + "/#.tgz",
                customer,
                NOW.minus(Duration.ofDays(90)),
                IntStream.range(0, runs)
                        .mapToObj(night -> new BackupRun(NOW.minus(Duration.ofDays(night)), 1_000_000L + night))
                        .toList(),
                0,
                customer + "/2028-02-29.tgz");
    }

    /**
     * The largest memory there can be of so many monitors: every list full, every cell a mixture of large counts.
     *
     * @param weight of each monitor
     */
    public static RunState aFullState(int monitors, long weight) {
        Random random = new Random(monitors);
        TreeMap<Instant, BigDecimal> figures = new TreeMap<>();
        for (int hour = 0; hour < DailyFigures.HOURS_KEPT; hour++) {
            long digits = (long) (random.nextDouble() * 1e15);
            figures.put(NOW.minus(Duration.ofHours(hour)), BigDecimal.valueOf(digits, 15));
        }
        TreeMap<LocalDate, ComponentStatus> worst = new TreeMap<>();
        LocalDate today = LocalDate.ofInstant(NOW, ZoneOffset.UTC);
        for (int day = 0; day < DailyHistory.DAYS_KEPT; day++) {
            worst.put(today.minusDays(day), oneOf(List.of(ComponentStatus.values()), random));
        }
        List<RunState.Transition> transitions = new ArrayList<>();
        for (int i = RunState.TRANSITIONS_KEPT; i > 0; i--) {
            transitions.add(
                    new RunState.Transition(NOW.minusSeconds(i), PlatformStatus.OPERATIONAL, PlatformStatus.OUTAGE));
        }
        Map<MonitorId, KnownMonitor> remembered = new HashMap<>();
        List<BackupSeries> series = new ArrayList<>();
        for (int i = 1; i <= monitors; i++) {
            MonitorClass seen = oneOf(List.of(MonitorClass.values()), random);
            remembered.put(
                    new MonitorId(Integer.toString(i)),
                    new KnownMonitor(seen, NOW.minusSeconds(random.nextInt(3) * 600L), NOW));
            series.add(series("client-%05d.example".formatted(i), BackupState.RUNS_KEPT));
        }
        return new RunState(
                1L << 40,
                NOW,
                NOW,
                new FlapState(2, 1, NOW, PlatformStatus.OPERATIONAL, NOW),
                Map.of(),
                new KnownMonitors(remembered, Set.of(), Map.of()),
                new UptimeLedger(
                        cells(UptimeLedger.HOURS_KEPT, HOUR, monitors * weight, random),
                        cells(UptimeLedger.DAYS_KEPT, DAY, monitors * weight, random),
                        NOW,
                        monitors * weight),
                new DailyFigures(figures),
                new DailyHistory(worst),
                transitions,
                new BackupState("1f", series),
                Announcements.NONE);
    }

    private static <T> T oneOf(List<T> values, Random random) {
        return values.get(random.nextInt(values.size()));
    }

    private static SortedMap<Long, UptimeCounts> cells(int kept, long seconds, long weight, Random random) {
        SortedMap<Long, UptimeCounts> cells = new TreeMap<>();
        long newest = NOW.getEpochSecond() / seconds;
        for (int i = 0; i < kept; i++) {
            long expected = weight * seconds;
            long quarter = expected / 4;
            long up = quarter + random.nextInt(1000);
            long down = quarter - random.nextInt(1000);
            long maintenance = quarter - random.nextInt(1000);
            cells.put(newest - i, new UptimeCounts(up, down, maintenance, expected));
        }
        return cells;
    }
}
