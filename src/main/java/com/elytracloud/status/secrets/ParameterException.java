package com.elytracloud.status.secrets;

/** The parameters could not be read; the message says what to do and holds nothing of any answer but its error's name. */
final class ParameterException extends Exception {
    private static final long serialVersionUID = 1L;

    /** Whether the same question may be answered in a moment. */
    private final boolean passing;

    ParameterException(String message, boolean passing) {
        super(message);
        this.passing = passing;
    }

    boolean isPassing() {
        return passing;
    }
}
