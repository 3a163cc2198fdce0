package com.elytracloud.status.testing.bad.site;

import com.elytracloud.status.testing.bad.cli.Prints;

/** An edge that knows who started it. */
public final class SeesAnEntry {
    Prints command;
}
