package com.elytracloud.status.testing;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** Stands still at {@link Moments#NOW} and counts how often it was looked at. */
public final class CountingClock extends Clock {
    private int looks;

    /** How often someone asked for the time. */
    public int looks() {
        return looks;
    }

    @Override
    public Instant instant() {
        looks++;
        return Moments.NOW;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("a run knows no time zone");
    }
}
