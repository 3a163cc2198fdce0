package com.elytracloud.status.testing.bad.domain;

import java.util.logging.Logger;

/** A part of {@code java.util} that writes. */
public final class Logs {
    Logger log;
}
