package com.elytracloud.status.testing.bad.function;

import com.elytracloud.status.testing.bad.cli.Prints;

/** Two entries that know each other. */
public final class SeesAnotherEntry {
    Prints command;
}
