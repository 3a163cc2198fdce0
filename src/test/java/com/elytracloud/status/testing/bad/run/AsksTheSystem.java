package com.elytracloud.status.testing.bad.run;

/** The time of day as a number. */
public final class AsksTheSystem {
    long millis() {
        return System.currentTimeMillis();
    }
}
