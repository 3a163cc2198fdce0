package com.elytracloud.status.config;

/** Reports why there are no secrets, without any text of the response. */
final class UnreadableParametersException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableParametersException(String message) {
        super(message);
    }
}
