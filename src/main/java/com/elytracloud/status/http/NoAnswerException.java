package com.elytracloud.status.http;

import java.io.IOException;
import java.time.Duration;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/** Ends a request that brought no usable answer; never leaves the edge that asked. */
public final class NoAnswerException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean passing;
    private final Duration notBefore;

    private NoAnswerException(Failure failure, boolean passing, Duration notBefore) {
        super(failure.toString());
        this.failure = failure;
        this.passing = passing;
        this.notBefore = notBefore;
    }

    /** One that the same request would meet again. */
    public static NoAnswerException lasting(Reason reason, String detail) {
        return new NoAnswerException(new Failure(reason, detail), false, Duration.ZERO);
    }

    /** One that the same request may not meet again. */
    public static NoAnswerException passing(Reason reason, String detail) {
        return passing(reason, detail, Duration.ZERO);
    }

    /** One that the same request may not meet again after a while. */
    public static NoAnswerException passing(Reason reason, String detail, Duration notBefore) {
        return new NoAnswerException(new Failure(reason, detail), true, notBefore);
    }

    /** Why there is none. */
    public Failure failure() {
        return failure;
    }

    boolean isPassing() {
        return passing;
    }

    /** How long the server asks us to wait; zero if it does not. */
    Duration notBefore() {
        return notBefore;
    }
}
