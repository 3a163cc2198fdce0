package com.elytracloud.status.testing;

import java.util.concurrent.locks.LockSupport;

import com.elytracloud.status.domain.Reading;

/** A call that neither ends nor heeds its interruption, like a socket without a time limit. */
public final class Hang {
    private Hang() {}

    /** Never returns. */
    public static <T> Reading<T> forever() {
        while (true) {
            LockSupport.parkNanos(1_000_000_000L);
            Thread.interrupted(); // forgotten, or parking would return at once from now on
        }
    }
}
