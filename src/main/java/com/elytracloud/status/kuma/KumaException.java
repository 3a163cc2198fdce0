package com.elytracloud.status.kuma;

import java.io.IOException;
import java.time.Duration;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/** Ends a request that brought no usable answer; never leaves this package. */
final class KumaException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean passing;
    private final Duration notBefore;

    private KumaException(Failure failure, boolean passing, Duration notBefore) {
        super(failure.toString());
        this.failure = failure;
        this.passing = passing;
        this.notBefore = notBefore;
    }

    /** One that the same request would meet again. */
    static KumaException lasting(Reason reason, String detail) {
        return new KumaException(new Failure(reason, detail), false, Duration.ZERO);
    }

    /** One that the same request may not meet again. */
    static KumaException passing(Reason reason, String detail) {
        return passing(reason, detail, Duration.ZERO);
    }

    /** One that the same request may not meet again after a while. */
    static KumaException passing(Reason reason, String detail, Duration notBefore) {
        return new KumaException(new Failure(reason, detail), true, notBefore);
    }

    Failure failure() {
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
