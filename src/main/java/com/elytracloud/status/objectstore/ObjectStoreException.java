package com.elytracloud.status.objectstore;

import java.util.Objects;

import com.elytracloud.status.domain.Failure;

/** A call to the storage brought no usable answer. */
public final class ObjectStoreException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;
    private final boolean mayBeDone;
    private final int status;

    ObjectStoreException(Failure failure, boolean mayBeDone, int status, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = Objects.requireNonNull(failure, "failure");
        this.mayBeDone = mayBeDone;
        this.status = status;
    }

    /** A failure that no answer shows. */
    public ObjectStoreException(Failure failure, Throwable cause) {
        this(failure, false, 0, cause);
    }

    /** Why; without secrets and without words of the reply. */
    public Failure failure() {
        return failure;
    }

    /** The HTTP status of the storage's answer, 0 if there was none. */
    int status() {
        return status;
    }

    /** Whether the storage may have executed the request and only its response was lost. */
    public boolean mayBeDone() {
        return mayBeDone;
    }
}
