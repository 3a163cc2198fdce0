package com.elytracloud.status.config;

/** Says why there are no secrets, without a word of the answer. */
final class UnreadableParametersException extends Exception {
    private static final long serialVersionUID = 1L;

    UnreadableParametersException(String message) {
        super(message);
    }
}
