package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;

import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.MonitorMemory;

/**
 * Where a source stands after its last start. A restarted Uptime Kuma lists its monitors one by one, up to a second
 * each, and answers 200 all the while.
 */
enum RestartGrace {
    /** Long enough ago: a missing monitor is paused or deleted. */
    OVER,
    /** Still filling its list: a missing monitor says nothing. */
    FILLING,
    /** Should be complete by now, and a fifth or more of what was known is missing. */
    INCOMPLETE;

    private static final Duration SETTLING = Duration.ofMinutes(5);
    private static final Duration AFTERMATH = Duration.ofMinutes(30);

    static RestartGrace of(MonitorFleet fleet, MonitorMemory memory, Instant now) {
        if (fleet.startedAt().equals(Instant.MIN)) {
            return OVER;
        }
        int expected = Math.max(memory.monitors().size(), fleet.readings().size());
        Duration filling = SETTLING.plusSeconds(expected);
        Duration sinceStart = Duration.between(fleet.startedAt(), now);
        if (sinceStart.compareTo(filling) < 0) {
            return FILLING;
        }
        boolean recent = sinceStart.compareTo(filling.plus(AFTERMATH)) < 0;
        return recent && missesTooMany(fleet, memory) ? INCOMPLETE : OVER;
    }

    private static boolean missesTooMany(MonitorFleet fleet, MonitorMemory memory) {
        long present = fleet.readings().stream()
                .filter(reading -> memory.of(reading.id()).isPresent())
                .count();
        return 10 * present < 8L * memory.monitors().size();
    }
}
