package com.elytracloud.status.testing;

import java.time.Duration;
import java.time.Instant;

/** The instant of every test: the last half minute of a leap day, with a fraction. */
public final class Moments {
    /** As awkward as an instant gets. */
    public static final Instant NOW = Instant.parse("2028-02-29T23:59:30.5Z");

    private Moments() {}

    /** An instant so long before now; after it, if the duration is negative. */
    public static Instant ago(String duration) {
        return NOW.minus(Duration.parse(duration));
    }
}
