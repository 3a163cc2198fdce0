package com.elytracloud.status.time;

import java.time.Clock;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Gives everyone the same clock; a run reads it once. */
public final class ClockProducer {
    /** Called directly by a command that runs without the application. */
    @Produces
    @Singleton
    public static Clock systemClock() {
        return Clock.systemUTC();
    }
}
