package com.elytracloud.status.betterstack;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;

import com.elytracloud.status.domain.MonitorId;

/**
 * What a page says of one monitor, as far as we ask.
 *
 * @param status Better Stack's own word, empty if it says none
 * @param checkedAt {@link Instant#MIN} if it was not checked yet
 * @param interval between two checks; zero if it does not say
 * @param createdAt {@link Instant#MIN} if it does not say
 */
record WatchedMonitor(
        MonitorId id, String status, String name, String url, Instant checkedAt, Duration interval, Instant createdAt) {
    WatchedMonitor {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(status, "status");
        Objects.requireNonNull(name, "name");
        Objects.requireNonNull(url, "url");
        Objects.requireNonNull(checkedAt, "checkedAt");
        Objects.requireNonNull(interval, "interval");
        Objects.requireNonNull(createdAt, "createdAt");
    }

    boolean isPaused() {
        return BetterStackStates.of(status).isEmpty();
    }

    /** The same monitor of another page, which came a moment later; if they differ in state, neither is believed. */
    WatchedMonitor and(WatchedMonitor again) {
        return status.equals(again.status)
                ? this
                : new WatchedMonitor(id, "", name, url, checkedAt, interval, createdAt);
    }
}
