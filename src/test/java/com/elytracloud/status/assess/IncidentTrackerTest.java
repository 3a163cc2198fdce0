package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertType;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class IncidentTrackerTest {
    private Duration step = Duration.ofMinutes(5);
    private AlertState book = AlertState.EMPTY;
    private Instant now = NOW;

    @Test
    void oneBadLookIsNoNews() {
        assertThat(check(bad(AlertType.UNREACHABLE))).isEmpty();
        assertThat(check(good(AlertType.UNREACHABLE))).isEmpty();
        assertThat(check(bad(AlertType.UNREACHABLE))).isEmpty();
    }

    @Test
    void theSecondInARowOpensAnIncidentOnce() {
        check(bad(AlertType.UNREACHABLE));

        assertThat(check(bad(AlertType.UNREACHABLE))).containsExactly("OPENED UNREACHABLE");
        assertThat(check(bad(AlertType.UNREACHABLE))).isEmpty();
    }

    @Test
    void checksOfLessThanFourMinutesConfirmNothingHoweverManyThereAre() {
        step = Duration.ofSeconds(30);
        for (int check = 0; check < 8; check++) {
            assertThat(check(bad(AlertType.MONITORS_UNREADABLE))).isEmpty();
        }

        assertThat(check(bad(AlertType.MONITORS_UNREADABLE))).containsExactly("OPENED MONITORS_UNREADABLE");
    }

    @Test
    void aLeakIsToldAtOnce() {
        assertThat(check(bad(AlertType.LEAK))).containsExactly("OPENED LEAK");
    }

    @Test
    void anEndIsToldOnce() {
        check(bad(AlertType.LEAK));

        assertThat(check(good(AlertType.LEAK))).containsExactly("RESOLVED LEAK");
        assertThat(check(good(AlertType.LEAK))).isEmpty();
    }

    @Test
    void whatWasNotJudgedNeitherEndsNorGoesOn() {
        check(bad(AlertType.ORIGIN_STALE));
        check();

        assertThat(check(bad(AlertType.ORIGIN_STALE))).containsExactly("OPENED ORIGIN_STALE");
        assertThat(check()).isEmpty();
    }

    @Test
    void remindersComeAfterAnHourAndThenEveryFour() {
        List<Long> told = new ArrayList<>();
        for (int minutes = 0; minutes <= 12 * 60; minutes += 5) {
            if (!check(bad(AlertType.LEAK)).isEmpty()) {
                told.add((long) minutes);
            }
        }

        assertThat(told).containsExactly(0L, 60L, 300L, 540L);
    }

    @Test
    void backupsMayFailForTwoHoursUnnoticed() {
        List<String> told = new ArrayList<>();
        for (int minutes = 0; minutes < 120; minutes += 5) {
            told.addAll(check(bad(AlertType.BACKUP_FAILED)));
        }

        assertThat(told).isEmpty();
        assertThat(check(bad(AlertType.BACKUP_FAILED))).containsExactly("OPENED BACKUP_FAILED");
    }

    @Test
    void aGraverStalenessReplacesTheLesserWithoutAWord() {
        check(bad(AlertType.ORIGIN_STALE));
        assertThat(check(bad(AlertType.ORIGIN_STALE))).containsExactly("OPENED ORIGIN_STALE");
        check(bad(AlertType.ORIGIN_STALE), bad(AlertType.PUBLIC_STALE));
        assertThat(check(bad(AlertType.ORIGIN_STALE), bad(AlertType.PUBLIC_STALE)))
                .containsExactly("OPENED PUBLIC_STALE");

        assertThat(check(good(AlertType.ORIGIN_STALE), good(AlertType.PUBLIC_STALE)))
                .containsExactly("RESOLVED PUBLIC_STALE");
    }

    @Test
    void anOverrideThatEndsIsMentionedOnceAndItsEndNever() {
        assertThat(check(bad(AlertType.OVERRIDE_ENDING))).containsExactly("OPENED OVERRIDE_ENDING");
        for (int round = 0; round < 30; round++) {
            assertThat(check(bad(AlertType.OVERRIDE_ENDING))).isEmpty();
        }

        assertThat(check(good(AlertType.OVERRIDE_ENDING))).isEmpty();
        assertThat(check(bad(AlertType.OVERRIDE_ENDING))).containsExactly("OPENED OVERRIDE_ENDING");
    }

    @Test
    void whatCouldNotBeSentIsSaidTheNextTime() {
        AlertState unsent = IncidentTracker.observe(book, List.of(bad(AlertType.LEAK)), now);
        assertThat(IncidentTracker.due(unsent, now)).hasSize(1);

        AlertState later = IncidentTracker.observe(unsent, List.of(bad(AlertType.LEAK)), now.plus(step));

        assertThat(words(IncidentTracker.due(later, now.plus(step)))).containsExactly("OPENED LEAK");
    }

    @Test
    void theLastPlaceOfAnHourIsKeptForWhatHarmsVisitors() {
        AlertSignal[] lesser = Arrays.stream(AlertType.values())
                .filter(type -> !type.isCritical())
                .map(IncidentTrackerTest::bad)
                .toArray(AlertSignal[]::new);
        List<String> told = new ArrayList<>(check(lesser));
        told.addAll(check(lesser));

        assertThat(told).hasSize(IncidentTracker.MOST_AN_HOUR - 1);
        assertThat(check(Stream.concat(Stream.of(lesser), Stream.of(bad(AlertType.LEAK)))
                        .toArray(AlertSignal[]::new)))
                .containsExactly("OPENED LEAK");
        assertThat(check(bad(AlertType.OUTAGE))).isEmpty();
    }

    @Test
    void anIncidentThatEndsBeforeAnyoneCouldBeToldIsForgotten() {
        book = new AlertState(book.alerts(), Collections.nCopies(6, now), book.newest());
        assertThat(check(bad(AlertType.LEAK))).isEmpty();

        assertThat(check(good(AlertType.LEAK))).isEmpty();
        assertThat(book.alerts()).isEmpty();
    }

    @Test
    void messagesFromTheFutureOfAWrongClockHoldNothingBack() {
        book = new AlertState(book.alerts(), Collections.nCopies(6, now.plus(Duration.ofDays(1))), book.newest());

        assertThat(check(bad(AlertType.LEAK))).containsExactly("OPENED LEAK");
    }

    private List<String> check(AlertSignal... signals) {
        book = IncidentTracker.observe(book, List.of(signals), now);
        List<Alert> due = IncidentTracker.due(book, now);
        due.forEach(alert -> book = IncidentTracker.told(book, alert));
        now = now.plus(step);
        return words(due);
    }

    private static List<String> words(List<Alert> alerts) {
        return alerts.stream().map(alert -> alert.kind() + " " + alert.type()).toList();
    }

    private static AlertSignal bad(AlertType type) {
        return AlertSignal.bad(type, "as the test wants");
    }

    private static AlertSignal good(AlertType type) {
        return AlertSignal.good(type);
    }
}
