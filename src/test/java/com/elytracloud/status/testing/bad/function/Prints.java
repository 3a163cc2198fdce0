package com.elytracloud.status.testing.bad.function;

/** Writes where no one reads. */
public final class Prints {
    void print() {
        System.err.println("to nowhere");
    }
}
