package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertType;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

/** Whole months of looks; the counts are in the log of the build. */
class AlertMonthTest {
    private static final System.Logger LOG = System.getLogger(AlertMonthTest.class.getName());

    private AlertState book = AlertState.EMPTY;
    private final List<Alert> sent = new ArrayList<>();

    @Test
    void aMonthWithThreeIncidentsSendsAMessageForEachThatMatters() {
        for (int number = 0; number < 30 * 288; number++) {
            Duration at = Duration.ofMinutes(5).multipliedBy(number);
            boolean down = isWithin(at, "P3DT4H", "PT35M") || isWithin(at, "P12D", "PT6H");
            boolean blip = number % 97 == 0;
            check(
                    List.of(signal(AlertType.UNREACHABLE, down || blip), signal(AlertType.INVALID, number % 211 == 0)),
                    at);
        }

        assertThat(counts())
                .isEqualTo(new TreeMap<>(
                        Map.of("OPENED UNREACHABLE", 2, "REMINDER UNREACHABLE", 2, "RESOLVED UNREACHABLE", 2)));
    }

    @ParameterizedTest(name = "bad {0} times, good as often")
    @ValueSource(ints = {1, 2, 3, 6})
    void aFlappingDayOf144RunsSendsNoMoreThanSixAnHour(int length) {
        for (int run = 0; run < 144; run++) {
            boolean bad = run / length % 2 == 0;
            check(
                    List.of(
                            signal(AlertType.OUTAGE, bad),
                            signal(AlertType.MONITORS_UNREADABLE, !bad),
                            signal(AlertType.BACKUPS_UNREADABLE, bad),
                            signal(AlertType.GUARD_REFUSAL, bad)),
                    Duration.ofMinutes(10).multipliedBy(run));
        }

        counts();
        assertThat(mostWithinAnHour()).isBetween(1, 6);
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2})
    void whateverAMonthBringsAnHourHasSixMessagesAndEveryEndABeginning(long seed) {
        Random random = new Random(seed);
        for (int number = 0; number < 30 * 288; number++) {
            List<AlertSignal> signals = new ArrayList<>();
            for (AlertType type : AlertType.values()) {
                if (random.nextInt(10) > 0) {
                    signals.add(signal(type, random.nextInt(4) == 0));
                }
            }
            check(signals, Duration.ofMinutes(5).multipliedBy(number));
        }

        Map<String, Integer> counts = counts();
        assertThat(mostWithinAnHour()).isLessThanOrEqualTo(6);
        for (AlertType type : AlertType.values()) {
            assertThat(counts.getOrDefault("RESOLVED " + type, 0))
                    .isLessThanOrEqualTo(counts.getOrDefault("OPENED " + type, 0));
        }
    }

    private void check(List<AlertSignal> signals, Duration after) {
        Instant now = NOW.plus(after);
        book = IncidentTracker.observe(book, signals, now);
        for (Alert alert : IncidentTracker.due(book, now)) {
            book = IncidentTracker.told(book, alert);
            sent.add(alert);
        }
    }

    private Map<String, Integer> counts() {
        Map<String, Integer> counts = new TreeMap<>();
        sent.forEach(alert -> counts.merge(alert.kind() + " " + alert.type(), 1, Integer::sum));
        LOG.log(System.Logger.Level.INFO, "sent {0} messages: {1}", sent.size(), counts);
        return counts;
    }

    private int mostWithinAnHour() {
        Deque<Instant> hour = new ArrayDeque<>();
        int most = 0;
        for (Alert alert : sent) {
            hour.add(alert.at());
            while (!hour.peek().isAfter(alert.at().minus(Duration.ofHours(1)))) {
                hour.remove();
            }
            most = Math.max(most, hour.size());
        }
        return most;
    }

    private static boolean isWithin(Duration at, String start, String length) {
        Duration begin = Duration.parse(start);
        return at.compareTo(begin) >= 0 && at.compareTo(begin.plus(Duration.parse(length))) < 0;
    }

    private static AlertSignal signal(AlertType type, boolean bad) {
        return bad ? AlertSignal.bad(type, "as the test wants") : AlertSignal.good(type);
    }
}
