package com.elytracloud.status.testing.bad.cli;

/** Allowed. */
public final class Prints {
    void print() {
        System.out.println("a result");
    }
}
