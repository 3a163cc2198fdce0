package com.elytracloud.status.domain;

import java.time.Duration;

/** The span an uptime share covers, ending now. */
public enum UptimeWindow {
    LAST_24H(Duration.ofHours(24)),
    LAST_7D(Duration.ofDays(7)),
    LAST_30D(Duration.ofDays(30));

    private final Duration length;

    UptimeWindow(Duration length) {
        this.length = length;
    }

    /** How far the window reaches back. */
    public Duration length() {
        return length;
    }
}
