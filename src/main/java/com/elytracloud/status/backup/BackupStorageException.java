package com.elytracloud.status.backup;

import java.util.Objects;

import com.elytracloud.status.domain.Failure;

/** The bucket gave no usable answer. */
final class BackupStorageException extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Failure failure;

    BackupStorageException(Failure failure, Throwable cause) {
        super(failure.toString(), cause);
        this.failure = Objects.requireNonNull(failure, "failure");
    }

    BackupStorageException(Failure.Reason reason, String detail) {
        this(new Failure(reason, detail), null);
    }

    Failure failure() {
        return failure;
    }
}
