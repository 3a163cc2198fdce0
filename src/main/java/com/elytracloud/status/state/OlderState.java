package com.elytracloud.status.state;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

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
 * The state as the first version wrote it. Its history goes on; what it knew for some minutes or of backups is dropped.
 * In its lists a number is the hour or day of the text that follows, and each further text is one later.
 */
@JsonIgnoreProperties(ignoreUnknown = true)
record OlderState(
        long seq, Instant slot, Instant writtenAt, Ledger ledger, List<Object> history, List<String> transitions) {
    static final int SCHEMA = 3;

    /** @throws RuntimeException if a text is not what that version wrote */
    RunState migrated() {
        TreeMap<LocalDate, ComponentStatus> worst = new TreeMap<>();
        rows(history).forEach((day, text) -> worst.put(LocalDate.ofEpochDay(day), ComponentStatus.of(status(text, 0))));
        return new RunState(
                seq,
                slot,
                writtenAt,
                FlapState.NONE,
                Map.of(),
                KnownMonitors.NONE,
                new UptimeLedger(cells(ledger.hours), cells(ledger.days), ledger.sampledAt, ledger.weight),
                DailyFigures.NONE,
                new DailyHistory(worst),
                transitions.stream().map(OlderState::transition).toList(),
                BackupState.NONE,
                Announcements.NONE);
    }

    // Up, down, maintenance and unseen, without zeros at the end.
    private static TreeMap<Long, UptimeCounts> cells(List<Object> list) {
        TreeMap<Long, UptimeCounts> cells = new TreeMap<>();
        rows(list).forEach((position, text) -> {
            long[] counts = Arrays.stream((text + ",,,").split(",", -1))
                    .mapToLong(OlderState::count)
                    .toArray();
            long expected = Arrays.stream(counts).sum();
            cells.put(position, new UptimeCounts(counts[0], counts[1], counts[2], expected));
        });
        return cells;
    }

    private static TreeMap<Long, String> rows(List<Object> list) {
        TreeMap<Long, String> rows = new TreeMap<>();
        long position = -1;
        for (Object entry : list) {
            if (entry instanceof Number number) {
                position = number.longValue();
            } else {
                rows.put(position++, (String) entry);
            }
        }
        return rows;
    }

    // "2026-11-25T21:50:00Z OX"
    private static Transition transition(String text) {
        int space = text.indexOf(' ');
        return new Transition(
                Instant.parse(text.substring(0, space)), status(text, space + 1), status(text, space + 2));
    }

    private static long count(String text) {
        return text.isEmpty() ? 0 : Long.parseLong(text, Character.MAX_RADIX);
    }

    private static PlatformStatus status(String text, int position) {
        return switch (text.charAt(position)) {
            case 'O' -> PlatformStatus.OPERATIONAL;
            case 'D' -> PlatformStatus.DEGRADED;
            case 'X' -> PlatformStatus.OUTAGE;
            case 'U' -> PlatformStatus.UNKNOWN;
            default -> throw new IllegalArgumentException("not the letter of a status");
        };
    }

    record Ledger(List<Object> hours, List<Object> days, Instant sampledAt, long weight) {}
}
