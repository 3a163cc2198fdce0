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
import com.elytracloud.status.domain.AlertBook;
import com.elytracloud.status.domain.Sight;
import com.elytracloud.status.domain.Trouble;

import static com.elytracloud.status.testing.Moments.NOW;
import static org.assertj.core.api.Assertions.assertThat;

class IncidentTrackerTest {
    private Duration step = Duration.ofMinutes(5);
    private AlertBook book = AlertBook.EMPTY;
    private Instant now = NOW;

    @Test
    void oneBadLookIsNoNews() {
        assertThat(look(bad(Trouble.UNREACHABLE))).isEmpty();
        assertThat(look(good(Trouble.UNREACHABLE))).isEmpty();
        assertThat(look(bad(Trouble.UNREACHABLE))).isEmpty();
    }

    @Test
    void theSecondInARowOpensAnIncidentOnce() {
        look(bad(Trouble.UNREACHABLE));

        assertThat(look(bad(Trouble.UNREACHABLE))).containsExactly("OPENED UNREACHABLE");
        assertThat(look(bad(Trouble.UNREACHABLE))).isEmpty();
    }

    @Test
    void checksOfLessThanFourMinutesConfirmNothingHoweverManyThereAre() {
        step = Duration.ofSeconds(30);
        for (int check = 0; check < 8; check++) {
            assertThat(look(bad(Trouble.MONITORS_UNREADABLE))).isEmpty();
        }

        assertThat(look(bad(Trouble.MONITORS_UNREADABLE))).containsExactly("OPENED MONITORS_UNREADABLE");
    }

    @Test
    void aLeakIsToldAtOnce() {
        assertThat(look(bad(Trouble.LEAK))).containsExactly("OPENED LEAK");
    }

    @Test
    void anEndIsToldOnce() {
        look(bad(Trouble.LEAK));

        assertThat(look(good(Trouble.LEAK))).containsExactly("RESOLVED LEAK");
        assertThat(look(good(Trouble.LEAK))).isEmpty();
    }

    @Test
    void whatWasNotJudgedNeitherEndsNorGoesOn() {
        look(bad(Trouble.ORIGIN_STALE));
        look();

        assertThat(look(bad(Trouble.ORIGIN_STALE))).containsExactly("OPENED ORIGIN_STALE");
        assertThat(look()).isEmpty();
    }

    @Test
    void remindersComeAfterAnHourAndThenEveryFour() {
        List<Long> told = new ArrayList<>();
        for (int minutes = 0; minutes <= 12 * 60; minutes += 5) {
            if (!look(bad(Trouble.LEAK)).isEmpty()) {
                told.add((long) minutes);
            }
        }

        assertThat(told).containsExactly(0L, 60L, 300L, 540L);
    }

    @Test
    void backupsMayFailForTwoHoursUnnoticed() {
        List<String> told = new ArrayList<>();
        for (int minutes = 0; minutes < 120; minutes += 5) {
            told.addAll(look(bad(Trouble.BACKUP_FAILED)));
        }

        assertThat(told).isEmpty();
        assertThat(look(bad(Trouble.BACKUP_FAILED))).containsExactly("OPENED BACKUP_FAILED");
    }

    @Test
    void aGraverStalenessReplacesTheLesserWithoutAWord() {
        look(bad(Trouble.ORIGIN_STALE));
        assertThat(look(bad(Trouble.ORIGIN_STALE))).containsExactly("OPENED ORIGIN_STALE");
        look(bad(Trouble.ORIGIN_STALE), bad(Trouble.PUBLIC_STALE));
        assertThat(look(bad(Trouble.ORIGIN_STALE), bad(Trouble.PUBLIC_STALE))).containsExactly("OPENED PUBLIC_STALE");

        assertThat(look(good(Trouble.ORIGIN_STALE), good(Trouble.PUBLIC_STALE)))
                .containsExactly("RESOLVED PUBLIC_STALE");
    }

    @Test
    void anOverrideThatEndsIsMentionedOnceAndItsEndNever() {
        assertThat(look(bad(Trouble.OVERRIDE_ENDING))).containsExactly("OPENED OVERRIDE_ENDING");
        for (int round = 0; round < 30; round++) {
            assertThat(look(bad(Trouble.OVERRIDE_ENDING))).isEmpty();
        }

        assertThat(look(good(Trouble.OVERRIDE_ENDING))).isEmpty();
        assertThat(look(bad(Trouble.OVERRIDE_ENDING))).containsExactly("OPENED OVERRIDE_ENDING");
    }

    @Test
    void whatCouldNotBeSentIsSaidTheNextTime() {
        AlertBook unsent = IncidentTracker.observe(book, List.of(bad(Trouble.LEAK)), now);
        assertThat(IncidentTracker.due(unsent, now)).hasSize(1);

        AlertBook later = IncidentTracker.observe(unsent, List.of(bad(Trouble.LEAK)), now.plus(step));

        assertThat(words(IncidentTracker.due(later, now.plus(step)))).containsExactly("OPENED LEAK");
    }

    @Test
    void theLastPlaceOfAnHourIsKeptForWhatHarmsVisitors() {
        Sight[] lesser = Arrays.stream(Trouble.values())
                .filter(trouble -> !trouble.isCritical())
                .map(IncidentTrackerTest::bad)
                .toArray(Sight[]::new);
        List<String> told = new ArrayList<>(look(lesser));
        told.addAll(look(lesser));

        assertThat(told).hasSize(IncidentTracker.MOST_AN_HOUR - 1);
        assertThat(look(Stream.concat(Stream.of(lesser), Stream.of(bad(Trouble.LEAK)))
                        .toArray(Sight[]::new)))
                .containsExactly("OPENED LEAK");
        assertThat(look(bad(Trouble.OUTAGE))).isEmpty();
    }

    @Test
    void anIncidentThatEndsBeforeAnyoneCouldBeToldIsForgotten() {
        book = new AlertBook(book.incidents(), Collections.nCopies(6, now), book.newest());
        assertThat(look(bad(Trouble.LEAK))).isEmpty();

        assertThat(look(good(Trouble.LEAK))).isEmpty();
        assertThat(book.incidents()).isEmpty();
    }

    @Test
    void messagesFromTheFutureOfAWrongClockHoldNothingBack() {
        book = new AlertBook(book.incidents(), Collections.nCopies(6, now.plus(Duration.ofDays(1))), book.newest());

        assertThat(look(bad(Trouble.LEAK))).containsExactly("OPENED LEAK");
    }

    private List<String> look(Sight... sights) {
        book = IncidentTracker.observe(book, List.of(sights), now);
        List<Alert> due = IncidentTracker.due(book, now);
        due.forEach(alert -> book = IncidentTracker.told(book, alert));
        now = now.plus(step);
        return words(due);
    }

    private static List<String> words(List<Alert> alerts) {
        return alerts.stream()
                .map(alert -> alert.kind() + " " + alert.trouble())
                .toList();
    }

    private static Sight bad(Trouble trouble) {
        return Sight.bad(trouble, "as the test wants");
    }

    private static Sight good(Trouble trouble) {
        return Sight.good(trouble);
    }
}
