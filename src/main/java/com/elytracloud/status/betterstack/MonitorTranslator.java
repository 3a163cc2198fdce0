package com.elytracloud.status.betterstack;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.elytracloud.status.betterstack.MonitorPage.Attributes;
import com.elytracloud.status.betterstack.MonitorPage.Entry;
import com.elytracloud.status.domain.Heartbeat;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.MonitorState;

/** Translates monitors of Better Stack to the domain. */
final class MonitorTranslator {
    private static final int MAX_INTERVAL_SECONDS = 7 * 24 * 3600;

    private MonitorTranslator() {}

    /** The monitors that are not paused, each once; an entry without a valid id counts as unreadable. */
    static MonitorFleet fleet(List<Entry> entries) {
        Map<String, Entry> monitors = new LinkedHashMap<>();
        int unreadable = 0;
        for (Entry entry : entries) {
            if (MonitorId.isValid(entry.id())) {
                monitors.merge(entry.id(), entry, Entry::mergedWith);
            } else {
                unreadable++;
            }
        }
        List<MonitorReading> readings = monitors.values().stream()
                .filter(entry -> !entry.attributes().status().equals("paused"))
                .map(entry -> reading(new MonitorId(entry.id()), entry.attributes()))
                .toList();
        return new MonitorFleet(readings, unreadable, Instant.MIN);
    }

    private static MonitorReading reading(MonitorId id, Attributes attributes) {
        MonitorState state = state(attributes.status());
        Monitor monitor = new Monitor(id, MonitorKind.PROBE, attributes.pronounceableName(), attributes.url());
        return new MonitorReading(monitor, true, state, beats(attributes, state), Map.of());
    }

    private static MonitorState state(String status) {
        return switch (status) {
            case "up" -> MonitorState.UP;
            // Checks pass again, but Better Stack still reports the monitor as down to its own users.
            case "down", "validating" -> MonitorState.DOWN;
            case "maintenance" -> MonitorState.MAINTENANCE;
            case "pending" -> MonitorState.PENDING;
            default -> MonitorState.UNRECOGNISED;
        };
    }

    // The last check, and one of unknown result before it, so that the interval is known. A monitor in maintenance is
    // not checked: its last check does not become stale.
    private static List<Heartbeat> beats(Attributes attributes, MonitorState state) {
        Instant checkedAt = time(attributes.lastCheckedAt());
        long interval = attributes.checkFrequency();
        boolean known = !checkedAt.equals(Instant.MIN) && interval > 0 && interval <= MAX_INTERVAL_SECONDS;
        return known && state != MonitorState.MAINTENANCE
                ? List.of(
                        new Heartbeat(checkedAt.minusSeconds(interval), MonitorState.UNRECOGNISED),
                        new Heartbeat(checkedAt, state))
                : List.of();
    }

    private static Instant time(String text) {
        try {
            return text.isEmpty() ? Instant.MIN : Instant.parse(text);
        } catch (DateTimeException e) {
            return Instant.MIN; // an unreadable time is no time
        }
    }
}
