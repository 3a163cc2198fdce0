package com.elytracloud.status.kuma;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * One monitor of a simulated Uptime Kuma and the target that it watches. Beats come as Kuma makes them: at the interval,
 * at the retry interval while a failed check is retried, and for a push monitor whenever the target reports.
 */
final class SimulatedMonitor {
    static final int DOWN = 0;
    static final int UP = 1;
    static final int PENDING = 2;
    static final int MAINTENANCE = 3;

    final int id;
    final String type;
    final long interval;
    final long retryInterval;
    final int retries;
    final List<Span> outages = new ArrayList<>();
    final List<Span> pauses = new ArrayList<>();
    final List<Span> maintenances = new ArrayList<>();
    /** When it is given a tag that was made after the server's start. */
    final List<Long> tags = new ArrayList<>();

    final Deque<Beat> beats = new ArrayDeque<>();
    /** Whether a tag made after the server's start hides it from /metrics until the next restart. */
    boolean hiddenByTag;
    /** Whether it has beaten since the server's last start: before that /metrics does not list it. */
    boolean listed;

    private final int beatsKept;
    private long next;
    private int retried;
    private long lastBeat;

    SimulatedMonitor(int id, String type, long interval, long retryInterval, int retries, int beatsKept, long first) {
        this.id = id;
        this.type = type;
        this.interval = interval;
        this.retryInterval = retryInterval;
        this.retries = retries;
        this.beatsKept = beatsKept;
        this.next = first;
        this.lastBeat = first;
    }

    /** From one second to another, the second excluded. */
    record Span(long from, long to) {
        boolean holds(long second) {
            return from <= second && second < to;
        }
    }

    /** A heartbeat. */
    record Beat(long second, int status) {}

    boolean isPush() {
        return type.equals("push");
    }

    boolean isPaused(long second) {
        return any(pauses, second);
    }

    /** Whether it was paused at any time from a second on. */
    boolean hasPausedSince(long second) {
        return pauses.stream().anyMatch(span -> span.to() >= second && span.from() <= next);
    }

    boolean isTargetDown(long second) {
        return any(outages, second);
    }

    boolean isInMaintenance(long second) {
        return any(maintenances, second);
    }

    /** Seconds from the first failing moment of the target to the beat that says DOWN, at most. */
    long detectionTime() {
        return interval + retries * retryInterval;
    }

    /** Since when the target has been down, watched all the time; the end of time if it is not. */
    long downSince(long second) {
        long since = outages.stream()
                .filter(span -> span.holds(second))
                .mapToLong(Span::from)
                .findFirst()
                .orElse(Long.MAX_VALUE);
        long watchedSince = Math.max(lastEnd(pauses, second), lastEnd(maintenances, second));
        return since == Long.MAX_VALUE ? since : Math.max(since, watchedSince);
    }

    int status() {
        return beats.isEmpty() ? PENDING : beats.getLast().status();
    }

    /** Makes every beat up to a second. */
    void advance(long until) {
        while (next <= until) {
            long second = next;
            if (isPaused(second)) {
                next = pauses.stream()
                                .filter(span -> span.holds(second))
                                .findFirst()
                                .orElseThrow()
                                .to()
                        + 1;
                retried = 0;
                lastBeat = next;
                listed = false;
            } else if (isPush()) {
                push(second);
            } else {
                check(second);
            }
        }
    }

    /** The server restarts: every monitor is checked again, one after the other, and a push monitor waits for a push. */
    void restart(long second, long checkedAt) {
        listed = false;
        hiddenByTag = false;
        retried = 0;
        if (!isPush()) {
            next = checkedAt;
        } else {
            lastBeat = second;
            next = second + 1;
        }
    }

    /** The server stood still until then. */
    void checkNotBefore(long second) {
        next = Math.max(next, second + id);
    }

    boolean hasBeatSince(long second) {
        return !beats.isEmpty() && beats.getLast().second() >= second;
    }

    private void check(long second) {
        if (isInMaintenance(second)) {
            add(second, MAINTENANCE);
            next = second + interval;
        } else if (!isTargetDown(second)) {
            retried = 0;
            add(second, UP);
            next = second + interval;
        } else if (retried < retries) {
            retried++;
            add(second, PENDING);
            next = second + retryInterval;
        } else {
            add(second, DOWN);
            next = second + interval;
        }
    }

    // The target reports a little before its interval is over; Kuma adds DOWN when it is over without a report.
    private void push(long second) {
        boolean isReport = second < lastBeat + interval;
        if (isReport && isTargetDown(second)) {
            next = lastBeat + interval;
            return;
        }
        add(second, isInMaintenance(second) ? MAINTENANCE : isReport ? UP : DOWN);
        lastBeat = second;
        next = second + interval - interval / 20 - 1;
    }

    private void add(long second, int status) {
        listed = true;
        beats.addLast(new Beat(second, status));
        if (beats.size() > beatsKept) {
            beats.removeFirst();
        }
    }

    private static boolean any(List<Span> spans, long second) {
        for (Span span : spans) {
            if (span.holds(second)) {
                return true;
            }
        }
        return false;
    }

    private static long lastEnd(List<Span> spans, long second) {
        return spans.stream()
                .mapToLong(Span::to)
                .filter(end -> end <= second)
                .max()
                .orElse(Long.MIN_VALUE);
    }
}
