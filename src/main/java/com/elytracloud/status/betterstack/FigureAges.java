package com.elytracloud.status.betterstack;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.run.SourceFigures.Asked;

/** When a monitor's figures are asked for, and how long they speak. */
final class FigureAges {
    private static final Duration ASKED_EVERY = Duration.ofHours(1);
    /** Three questions in vain: of a window of seven days they lack a fiftieth at most. */
    private static final Duration SPEAKS_FOR = Duration.ofHours(3);
    /** Of a day Better Stack's dates are too coarse: 24 hours are a matter of our own ledger. */
    private static final List<UptimeWindow> WINDOWS = List.of(UptimeWindow.LAST_7D, UptimeWindow.LAST_30D);

    private FigureAges() {}

    /** Whether it is time to ask; a time in the future is a wrong clock's, and no reason to wait for it. */
    static boolean isDue(Optional<Asked> asked, Instant now) {
        return asked.map(Asked::askedAt)
                .filter(at -> !at.isAfter(now) && at.isAfter(now.minus(ASKED_EVERY)))
                .isEmpty();
    }

    /** The windows that a monitor has been there for: of a longer one its share would be that of a shorter. */
    static List<UptimeWindow> windows(WatchedMonitor monitor, Instant now) {
        Instant created = monitor.createdAt();
        return WINDOWS.stream()
                .filter(window ->
                        !created.isAfter(now.truncatedTo(ChronoUnit.DAYS).minus(window.length())))
                .toList();
    }

    /** The shares that still speak. */
    static Map<UptimeWindow, BigDecimal> usable(Optional<Asked> asked, Instant now) {
        return asked.filter(found -> !found.answeredAt().isBefore(now.minus(SPEAKS_FOR))
                        && !found.answeredAt().isAfter(now))
                .map(Asked::shares)
                .orElse(Map.of());
    }
}
