package com.elytracloud.status.testing.bad.assess;

import java.time.Instant;
import java.util.function.Supplier;

/** No call, and yet the time of day. */
public final class RefersToNow {
    Supplier<Instant> clock() {
        return Instant::now;
    }
}
