package com.elytracloud.status.state;

import com.elytracloud.status.domain.Failure;

/** The private store could not be read or written. */
final class PrivateStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    PrivateStoreException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = failure;
    }

    /** Why, without secrets. */
    Failure failure() {
        return failure;
    }
}
