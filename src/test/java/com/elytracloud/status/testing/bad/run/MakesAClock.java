package com.elytracloud.status.testing.bad.run;

import java.time.Clock;

/** A clock of its own. */
public final class MakesAClock {
    Clock clock() {
        return Clock.systemUTC();
    }
}
