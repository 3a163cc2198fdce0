package com.elytracloud.status.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;

import com.elytracloud.status.contract.HistoryDocument.DayEntry;
import com.elytracloud.status.domain.UptimeLedger;

import static com.elytracloud.status.faults.Promise.Around.TIME;
import static com.elytracloud.status.faults.Promise.Ends.SUPERSEDED;
import static org.assertj.core.api.Assertions.assertThat;

/** Clocks that step, stand or go on at the wrong moment, and days that are not like others. */
final class TimeFaultsTest extends ClockStage {
    @Promise(
            around = TIME,
            when = "the clock steps back five minutes between two runs",
            published = Published.AS_BEFORE,
            ends = SUPERSEDED,
            told = {"SUPERSEDED"},
            setClock = true)
    void stepsBack() throws Exception {
        wellAt("2026-11-21T12:00:00Z");

        thenAt("2026-11-21T11:55:00Z");
    }

    @Promise(
            around = TIME,
            when = "the clock was an hour ahead in the previous run",
            published = Published.OPERATIONAL,
            told = {"ahead of this clock"},
            never = "an hour without updates",
            setClock = true)
    void wasAhead() throws Exception {
        wellAt("2026-11-21T13:00:00Z");

        thenAt("2026-11-21T12:00:00Z");

        assertThat(document().updatedAt()).isEqualTo("2026-11-21T12:00:00Z");
    }

    @Promise(
            around = TIME,
            when = "the clock stands still between two runs",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            never = "counted twice",
            setClock = true)
    void standsStill() throws Exception {
        wellAt("2026-12-31T23:59:59.999Z");
        UptimeLedger once = memory().state().ledger();

        thenAt("2026-12-31T23:59:59.999Z");

        assertThat(memory().state().ledger()).isEqualTo(once);
    }

    @Promise(
            around = TIME,
            when = "a run starts in one year and ends in the next",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            never = "two times in one document",
            setClock = true)
    void straddlesTheYear() throws Exception {
        Instant start = Instant.parse("2026-12-31T23:59:59.5Z");

        then(new Hurrying(start), start);

        assertThat(document().updatedAt()).isEqualTo("2026-12-31T23:59:59Z");
        assertThat(document().staleAfter()).isEqualTo("2027-01-01T00:29:59Z");
        assertThat(lastDay()).isEqualTo("2026-12-31");
    }

    @Promise(
            around = TIME,
            when = "one run is before and one after the end of the year",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            never = "a day lost or counted twice",
            setClock = true)
    void theYearEnds() throws Exception {
        wellAt("2026-12-31T23:55:00Z");

        thenAt("2027-01-01T00:05:00Z");

        assertThat(lastDay()).isEqualTo("2027-01-01");
        requireEveryDayOnce();
    }

    @Promise(
            around = TIME,
            when = "a run starts at midnight exactly",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            setClock = true)
    void midnight() throws Exception {
        wellAt("2026-12-31T23:50:00Z");

        thenAt("2027-01-01T00:00:00Z");

        assertThat(lastDay()).isEqualTo("2027-01-01");
        requireEveryDayOnce();
    }

    @Promise(
            around = TIME,
            when = "it is 29 February, and the newest backup is exactly 26 h old",
            published = Published.OPERATIONAL,
            told = {"FOUND"},
            never = "the day missing from the history",
            setClock = true)
    void leapDay() throws Exception {
        backupsAged(Duration.ofHours(26));
        wellAt("2028-02-29T00:05:00Z");

        thenAt("2028-03-01T00:05:00Z");

        assertThat(history().days()).extracting(DayEntry::date).contains(LocalDate.parse("2028-02-29"));
        requireEveryDayOnce();
        assertThat(document().backups().lastBackupTime()).isEqualTo("2028-02-28T22:05:00Z");
    }

    @Promise(
            around = TIME,
            when = "the newest backup is dated in five minutes",
            published = Published.OPERATIONAL,
            told = {"backups SUCCESS"},
            setClock = true)
    void aBackupOfTheFuture() throws Exception {
        backupsAged(Duration.ofMinutes(-5));

        thenAt("2026-11-21T12:00:00Z");
    }

    private String lastDay() {
        return history().days().get(history().days().size() - 1).date().toString();
    }

    private void requireEveryDayOnce() {
        LocalDate last = LocalDate.parse(lastDay());
        assertThat(history().days())
                .extracting(DayEntry::date)
                .containsExactlyElementsOf(
                        last.minusDays(89).datesUntil(last.plusDays(1)).toList());
    }

    /** A clock that is ten seconds later at each look. */
    private static final class Hurrying extends Clock {
        private Instant next;

        Hurrying(Instant first) {
            next = first;
        }

        @Override
        public Instant instant() {
            Instant now = next;
            next = now.plusSeconds(10);
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("a run knows no time zone");
        }
    }
}
