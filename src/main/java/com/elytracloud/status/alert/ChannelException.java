package com.elytracloud.status.alert;

import java.time.Duration;

/** A message was not taken; says why without words of the answer. */
final class ChannelException extends Exception {
    private static final long serialVersionUID = 1L;

    private final boolean passing;
    private final transient Duration notBefore;

    ChannelException(String message, boolean passing, Duration notBefore) {
        super(message);
        this.passing = passing;
        this.notBefore = notBefore;
    }

    static ChannelException lasting(String message) {
        return new ChannelException(message, false, Duration.ZERO);
    }

    static ChannelException passing(String message) {
        return new ChannelException(message, true, Duration.ZERO);
    }

    /** Whether the next attempt may go better. */
    boolean isPassing() {
        return passing;
    }

    /** How long the other side wants to be left alone. */
    Duration notBefore() {
        return notBefore;
    }
}
