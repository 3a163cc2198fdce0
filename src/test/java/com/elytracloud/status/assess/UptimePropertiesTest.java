package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import com.elytracloud.status.domain.ClassifiedMonitor;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;
import com.elytracloud.status.domain.UptimeWindow;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds of every history, tried on forty. The number of a red row is the seed that made it. */
@Tag("nightly")
class UptimePropertiesTest {
    private static final BigDecimal HUNDRED = new BigDecimal("100.00");

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aShareIsAPercentageAndDowntimeIsNeverCutAway(long seed) {
        History history = History.random(seed);
        LedgerUptime uptime = LedgerUptime.over(history.ledger(), history.window, history.now());

        assertThat(uptime.coverage()).isBetween(BigDecimal.ZERO, BigDecimal.ONE);
        uptime.percent().ifPresent(percent -> {
            assertThat(percent).isBetween(BigDecimal.ZERO, HUNDRED);
            assertThat(percent.compareTo(HUNDRED) < 0).isEqualTo(uptime.seen().down() > 0);
        });
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void withoutEnoughCoverageAndWithoutTheSourceThereIsNoFigure(long seed) {
        History history = History.random(seed);

        Map<UptimeWindow, BigDecimal> uptime =
                UptimeCalculator.calculate(List.of(), DailyFigures.NONE, history.ledger(), Map.of(), history.now());

        for (UptimeWindow window : UptimeWindow.values()) {
            LedgerUptime own =
                    LedgerUptime.over(history.ledger(), window.length().toHours(), history.now());
            boolean enough = own.coverage().compareTo(new BigDecimal("0.75")) >= 0
                    && own.seen().up() + own.seen().down() > 0;
            assertThat(uptime.containsKey(window)).as(window.name()).isEqualTo(enough);
        }
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void duplicatedReorderedAndLateSamplesChangeNothing(long seed) {
        History history = History.random(seed);
        Random random = new Random(seed);
        List<Sample> disturbed = new ArrayList<>();
        for (Sample sample : history.samples) {
            disturbed.add(sample);
            while (random.nextInt(3) == 0) {
                Sample earlier = disturbed.get(random.nextInt(disturbed.size()));
                disturbed.add(new Sample(earlier.at, History.weights(random)));
            }
        }

        assertThat(History.ledger(disturbed)).isEqualTo(history.ledger());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theLedgerNeverExceedsItsBoundsAndNoSecondCountsTwice(long seed) {
        UptimeLedger ledger = UptimeLedger.EMPTY;
        for (Sample sample : History.random(seed).samples) {
            ledger = ledger.with(sample.at, sample.seen);

            assertThat(ledger.hours().size()).isLessThanOrEqualTo(UptimeLedger.HOURS_KEPT);
            assertThat(ledger.days().size()).isLessThanOrEqualTo(UptimeLedger.DAYS_KEPT);
        }
        assertThat(ledger.hours().values()).allMatch(cell -> cell.expected() <= History.HEAVIEST * 3_600);
        assertThat(ledger.days().values()).allMatch(cell -> cell.expected() <= History.HEAVIEST * 86_400);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSourcesMeanIsAPercentageAndDowntimeIsNeverCutAway(long seed) {
        Random random = new Random(seed);
        List<ClassifiedMonitor> scope = Stream.generate(() -> monitor(random))
                .limit(1 + random.nextInt(20))
                .toList();
        boolean anyDowntime = scope.stream()
                .anyMatch(monitor -> monitor.uptime().get(UptimeWindow.LAST_24H).compareTo(BigDecimal.ONE) < 0);

        BigDecimal percent = SourceUptime.over(scope, UptimeWindow.LAST_24H).orElseThrow();

        assertThat(percent).isBetween(BigDecimal.ZERO, HUNDRED);
        assertThat(percent.compareTo(HUNDRED) < 0).isEqualTo(anyDowntime);
    }

    static LongStream seeds() {
        return LongStream.rangeClosed(1, 40);
    }

    private static ClassifiedMonitor monitor(Random random) {
        int missedBeats = Math.max(0, random.nextInt(6) - 3);
        BigDecimal share =
                BigDecimal.ONE.subtract(BigDecimal.valueOf(missedBeats).movePointLeft(9));
        return new ClassifiedMonitor(
                new MonitorId(String.valueOf(random.nextInt(100_000))),
                MonitorClass.UP,
                "",
                1 + random.nextInt(9),
                false,
                Map.of(UptimeWindow.LAST_24H, share));
    }

    private record Sample(Instant at, UptimeCounts seen) {}

    private record History(List<Sample> samples, int window) {
        static final long HEAVIEST = 4L * 1_000;

        // Some histories are dense, others full of holes; some scopes are nearly always up, others never.
        static History random(long seed) {
            Random random = new Random(seed);
            int usualGap = 1 + random.nextInt(2_400);
            List<Sample> samples = new ArrayList<>();
            Instant at = NOW;
            for (int i = 0; i < 800; i++) {
                boolean hole = random.nextInt(200) == 0;
                at = at.plusMillis(1_000L + random.nextInt(hole ? 2_000_000_000 : 1_000 * usualGap));
                samples.add(new Sample(at, weights(random)));
            }
            return new History(samples, 1 + random.nextInt(720));
        }

        static UptimeCounts weights(Random random) {
            return switch (random.nextInt(40)) {
                case 0 -> UptimeCounts.NONE;
                case 1 -> counts(random.nextInt(1_000), 1, random.nextInt(3), random.nextInt(1_000));
                default -> counts(1 + random.nextInt(1_000), 0, random.nextInt(3), random.nextInt(3));
            };
        }

        private static UptimeCounts counts(long up, long down, long maintenance, long unknown) {
            return new UptimeCounts(up, down, maintenance, up + down + maintenance + unknown);
        }

        static UptimeLedger ledger(List<Sample> samples) {
            UptimeLedger ledger = UptimeLedger.EMPTY;
            for (Sample sample : samples) {
                ledger = ledger.with(sample.at, sample.seen);
            }
            return ledger;
        }

        UptimeLedger ledger() {
            return ledger(samples);
        }

        Instant now() {
            return samples.get(samples.size() - 1).at;
        }
    }
}
