package com.elytracloud.status.testing;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Reading;

/** Takes a reading for what a test expects it to be. */
public final class Readings {
    private Readings() {}

    /** The value of a reading that must have one. */
    public static <T> T found(Reading<T> reading) {
        return reading.fold(
                value -> value,
                () -> {
                    throw new AssertionError("nothing instead of a value");
                },
                failure -> {
                    throw new AssertionError("no value: " + failure);
                });
    }

    /** The reason of a reading that must have failed. */
    public static Failure.Reason reason(Reading<?> reading) {
        return reading.fold(
                value -> {
                    throw new AssertionError("a value instead of a failure: " + value);
                },
                () -> {
                    throw new AssertionError("nothing instead of a failure");
                },
                Failure::reason);
    }
}
