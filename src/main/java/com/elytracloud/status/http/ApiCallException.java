package com.elytracloud.status.http;

import java.io.IOException;
import java.time.Duration;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/** A call that brought no usable response; caught by the edge that made the call. */
public final class ApiCallException extends IOException {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean isTransient;
    private final Duration retryAfter;

    private ApiCallException(Reason reason, String detail, boolean isTransient, Duration retryAfter) {
        super(reason + ": " + detail);
        this.failure = new Failure(reason, detail);
        this.isTransient = isTransient;
        this.retryAfter = retryAfter;
    }

    /** A failure that a second attempt would meet again. */
    public static ApiCallException permanentFailure(Reason reason, String detail) {
        return new ApiCallException(reason, detail, false, Duration.ZERO);
    }

    /** A failure after which a second attempt may succeed. */
    public static ApiCallException transientFailure(Reason reason, String detail, Duration retryAfter) {
        return new ApiCallException(reason, detail, true, retryAfter);
    }

    /** Why there is no usable response; holds no credential and nothing of a response body. */
    public Failure failure() {
        return failure;
    }

    /** Whether a second attempt may succeed. */
    public boolean isTransient() {
        return isTransient;
    }

    /** How long the server asks clients to wait; zero if it does not. */
    public Duration retryAfter() {
        return retryAfter;
    }
}
