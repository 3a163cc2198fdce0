package com.elytracloud.status.betterstack;

import java.util.List;
import java.util.Objects;

/**
 * One page of the listing.
 *
 * @param next the address of the page after it; empty if it is the last
 * @param unreadable how many entries tell no id
 */
record MonitorPage(List<WatchedMonitor> monitors, String next, int unreadable) {
    MonitorPage {
        monitors = List.copyOf(monitors);
        Objects.requireNonNull(next, "next");
    }
}
