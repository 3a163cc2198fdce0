package com.elytracloud.status.testing.bad.time;

import java.time.Clock;

/** Allowed. */
public final class MakesTheClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
