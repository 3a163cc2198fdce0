package com.elytracloud.status.time;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives everyone the same clock; a run reads it once. */
public final class ClockProducer {
    @Produces
    @Singleton
    Clock clock() {
        return systemClock();
    }

    /** The same, for a command that runs without the application. */
    public static Clock systemClock() {
        return Clock.systemUTC();
    }
}
