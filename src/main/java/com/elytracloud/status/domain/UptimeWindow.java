package com.elytracloud.status.domain;

import java.time.Duration;
import java.util.List;

/** The span an uptime share covers, ending now. */
public enum UptimeWindow {
    LAST_24H(Duration.ofHours(24)),
    LAST_7D(Duration.ofDays(7)),
    LAST_30D(Duration.ofDays(30)),
    /** Of components only. */
    LAST_90D(Duration.ofDays(90));

    /** The windows that are published for the platform. */
    public static final List<UptimeWindow> OF_PLATFORM = List.of(LAST_24H, LAST_7D, LAST_30D);

    private final Duration length;

    UptimeWindow(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }
}
