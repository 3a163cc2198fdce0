package com.elytracloud.status.state;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.BiConsumer;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

import com.elytracloud.status.domain.Announcements;
import com.elytracloud.status.domain.BackupState;
import com.elytracloud.status.domain.ComponentStatus;
import com.elytracloud.status.domain.DailyFigures;
import com.elytracloud.status.domain.DailyHistory;
import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.KnownMonitors;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCounts;
import com.elytracloud.status.domain.UptimeLedger;

/**
 * The state as the first version wrote it. Its history goes on; what it knew of backups, and of monitors for some
 * minutes, is dropped. In its lists a number is the hour or day of the text that follows, and each further text is one
 * later.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OlderState(
        long seq,
        Instant slot,
        Instant writtenAt,
        Flaps damping,
        Ledger ledger,
        List<Object> figures,
        List<Object> history,
        List<String> transitions) {
    static final int SCHEMA = 3;

    private static final int BASE = 36;
    private static final long HOUR = 3_600;
    private static final Map<String, PlatformStatus> STATUSES = Map.of(
            "O", PlatformStatus.OPERATIONAL,
            "D", PlatformStatus.DEGRADED,
            "X", PlatformStatus.OUTAGE,
            "U", PlatformStatus.UNKNOWN);

    /** @throws RuntimeException if a text is not what that version wrote */
    RunState migrated() {
        NavigableMap<Instant, BigDecimal> shares = new TreeMap<>();
        // The second of its hour, and the share.
        rows(figures, (hour, text) -> {
            String[] secondAndShare = text.split(" ", 2);
            shares.put(
                    Instant.ofEpochSecond(hour * HOUR + count(secondAndShare[0])), new BigDecimal(secondAndShare[1]));
        });
        TreeMap<LocalDate, ComponentStatus> worst = new TreeMap<>();
        rows(history, (day, text) -> worst.put(LocalDate.ofEpochDay(day), ComponentStatus.of(status(text))));
        return new RunState(
                seq,
                slot,
                writtenAt,
                new FlapState(damping.bad, damping.good, Instant.MIN, damping.confirmed, Instant.MIN),
                Map.of(),
                KnownMonitors.NONE,
                new UptimeLedger(cells(ledger.hours), cells(ledger.days), ledger.sampledAt, ledger.weight),
                new DailyFigures(shares),
                new DailyHistory(worst),
                transitions.stream().map(OlderState::transition).toList(),
                BackupState.NONE,
                Announcements.NONE);
    }

    // Up, down, maintenance and unseen, without zeros at the end.
    private static TreeMap<Long, UptimeCounts> cells(List<Object> rows) {
        TreeMap<Long, UptimeCounts> cells = new TreeMap<>();
        rows(rows, (position, text) -> {
            String[] counts = (text + ",,,").split(",", -1);
            long up = count(counts[0]);
            long down = count(counts[1]);
            long maintenance = count(counts[2]);
            long expected = up + down + maintenance + count(counts[3]);
            cells.put(position, new UptimeCounts(up, down, maintenance, expected));
        });
        return cells;
    }

    private static void rows(List<Object> list, BiConsumer<Long, String> row) {
        long position = -1;
        for (Object entry : list) {
            if (entry instanceof Number number) {
                position = number.longValue();
            } else {
                row.accept(position++, (String) entry);
            }
        }
    }

    // "2026-11-25T21:50:00Z OX"
    private static Transition transition(String text) {
        int space = text.indexOf(' ');
        return new Transition(
                Instant.parse(text.substring(0, space)),
                status(text.substring(space + 1, space + 2)),
                status(text.substring(space + 2)));
    }

    private static long count(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text, BASE);
    }

    private static PlatformStatus status(String letter) {
        return Objects.requireNonNull(STATUSES.get(letter), "status");
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Flaps(int bad, int good, PlatformStatus confirmed) {}

    record Ledger(List<Object> hours, List<Object> days, Instant sampledAt, long weight) {}
}
