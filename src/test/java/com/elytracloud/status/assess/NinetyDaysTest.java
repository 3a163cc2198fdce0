package com.elytracloud.status.assess;

import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TimeZone;
import java.util.TreeMap;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.Assessment;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.testing.TestRules;

import static com.elytracloud.status.domain.PlatformStatus.DEGRADED;
import static com.elytracloud.status.domain.PlatformStatus.OPERATIONAL;
import static com.elytracloud.status.domain.PlatformStatus.OUTAGE;
import static com.elytracloud.status.domain.PlatformStatus.UNKNOWN;
import static org.assertj.core.api.Assertions.assertThat;

/** The pure core over {@link NinetyDays}; repeat a red one with {@code -Dninety.seed=...}. */
@Tag("nightly")
class NinetyDaysTest {
    private static final long SEED = Long.getLong("ninety.seed", System.nanoTime());
    private static final int RUNS_BETWEEN_CHECKS = 151;
    private static final TimeZone ZONE = TimeZone.getDefault();

    private static final List<Outcome> OUTCOMES = new ArrayList<>();
    private static RunState last = RunState.FIRST;

    @BeforeAll
    static void liveThroughThemWhereTheClockChanges() {
        TimeZone.setDefault(TimeZone.getTimeZone("Europe/Berlin"));
        long cpu = cpuNanos();
        for (NinetyDays.Run run : new NinetyDays(SEED).runs()) {
            Step kept = step(last, run, true);
            last = kept.next();
            OUTCOMES.add(new Outcome(run, kept.published(), kept.uptime()));
        }
        print(cpuNanos() - cpu);
    }

    @AfterAll
    static void goHome() {
        TimeZone.setDefault(ZONE);
    }

    @Test
    void blipsAreNoOutageAndTheRealOneIsPublishedByItsSecondRun() {
        assertThat(OUTCOMES)
                .as("seed %d", SEED)
                .filteredOn(outcome -> outcome.run.isInOutage())
                .extracting(Outcome::published)
                .containsExactly(DEGRADED, OUTAGE, OUTAGE, OUTAGE);
        assertThat(OUTCOMES)
                .as("seed %d", SEED)
                .filteredOn(outcome -> !outcome.run.isInOutage())
                .extracting(Outcome::published)
                .doesNotContain(OUTAGE);
    }

    @Test
    void onlyWhatTwoRunsConfirmIsATransition() {
        assertThat(last.transitions())
                .as("seed %d", SEED)
                .extracting(RunState.Transition::to)
                .containsExactly(UNKNOWN, OPERATIONAL, OUTAGE, OPERATIONAL, DEGRADED, OPERATIONAL);
        assertThat(last.history().worst())
                .hasSize(DailyHistory.DAYS_KEPT)
                .containsValue(com.elytracloud.status.domain.ComponentStatus.OUTAGE);
    }

    @Test
    void withoutTheSourcesFiguresUptimeEqualsTheCountOfEverySecond() {
        long origin = NinetyDays.START.getEpochSecond() - 600;
        SecondsModel model = new SecondsModel(origin, 90 * 86_400 + 1_200);
        RunState state = RunState.FIRST;
        int countdown = RUNS_BETWEEN_CHECKS;

        for (NinetyDays.Run run : new NinetyDays(SEED).runs()) {
            Step kept = step(state, run, false);
            state = kept.next();
            model.sample(run.at().getEpochSecond(), run.weights());
            if (--countdown == 0) {
                countdown = RUNS_BETWEEN_CHECKS;
                assertThat(kept.uptime()).as("seed %d at %s", SEED, run.at()).isEqualTo(byModel(model, run.at()));
            }
        }
    }

    @Test
    void withTheSourcesFiguresAWeekAndAMonthAreTheMeanOfTheirDays() {
        for (int i = RUNS_BETWEEN_CHECKS; i < OUTCOMES.size(); i += RUNS_BETWEEN_CHECKS) {
            Outcome checked = OUTCOMES.get(i);
            List<Outcome> hourly = answeredLastInTheirHour(OUTCOMES.subList(0, i + 1));
            for (UptimeWindow window : List.of(UptimeWindow.LAST_7D, UptimeWindow.LAST_30D)) {
                meanOf(hourly, window.length().toDays(), checked.run.at()).ifPresent(mean -> assertThat(checked.uptime)
                        .as("seed %d at %s", SEED, checked.run.at())
                        .containsEntry(window, mean));
            }
        }
    }

    record Step(RunState next, PlatformStatus published, Map<UptimeWindow, BigDecimal> uptime) {}

    static Step step(RunState before, NinetyDays.Run run, boolean withFigures) {
        Assessment assessment = Assessor.assess(
                run.reading(withFigures),
                new Reading.Nothing<>(),
                TestRules.of(NinetyDays.SCOPE),
                new Assessor.PriorState(before, 0, true, Announcements.NONE),
                run.at(),
                run.slot());
        return new Step(assessment.next(), assessment.platform().status(), assessment.uptime());
    }

    private static Map<UptimeWindow, BigDecimal> byModel(SecondsModel model, Instant now) {
        Map<UptimeWindow, BigDecimal> known = new EnumMap<>(UptimeWindow.class);
        for (UptimeWindow window : UptimeWindow.values()) {
            model.percent(window.length().toHours(), now.getEpochSecond())
                    .ifPresent(percent -> known.put(window, percent));
        }
        return known;
    }

    private static Optional<BigDecimal> meanOf(List<Outcome> hourly, long days, Instant now) {
        BigDecimal sum = BigDecimal.ZERO;
        for (int day = 0; day < days; day++) {
            long target = now.minus(Duration.ofDays(day)).toEpochMilli();
            Outcome nearest = hourly.stream()
                    .min(Comparator.comparingLong(outcome -> outcome.distance(target)))
                    .orElseThrow();
            if (nearest.distance(target) > 7_200_000) {
                return Optional.empty();
            }
            sum = sum.add(nearest.run.weightedShares());
        }
        BigDecimal mean = sum.divide(BigDecimal.valueOf(days * NinetyDays.WEIGHT), 12, RoundingMode.HALF_EVEN);
        return Optional.of(mean.movePointRight(2).setScale(2, RoundingMode.DOWN));
    }

    private static List<Outcome> answeredLastInTheirHour(List<Outcome> all) {
        Map<Long, Outcome> byHour = new TreeMap<>();
        all.stream()
                .filter(outcome -> outcome.run.isAnswered())
                .forEach(outcome -> byHour.put(outcome.run.at().getEpochSecond() / 3_600, outcome));
        return List.copyOf(byHour.values());
    }

    private static long cpuNanos() {
        return ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
    }

    private static void print(long nanos) {
        System.out.printf(
                "90 days, seed %d: %d runs, %.3f ms of CPU time each%n",
                SEED, OUTCOMES.size(), nanos / 1_000_000.0 / OUTCOMES.size());
    }

    private record Outcome(NinetyDays.Run run, PlatformStatus published, Map<UptimeWindow, BigDecimal> uptime) {
        long distance(long targetMillis) {
            return Math.abs(run.at().toEpochMilli() - targetMillis);
        }
    }
}
