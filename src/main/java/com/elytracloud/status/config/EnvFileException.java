package com.elytracloud.status.config;

/** A file of settings cannot be used; the message is one sentence for the operator. */
public final class EnvFileException extends Exception {
    private static final long serialVersionUID = 1L;

    EnvFileException(String message) {
        super(message);
    }

    EnvFileException(String message, Throwable cause) {
        super(message, cause);
    }
}
