package com.elytracloud.status.testing.bad.assess;

import java.time.LocalDate;
import java.time.ZoneOffset;

/** The time of day. */
public final class CallsNow {
    LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
