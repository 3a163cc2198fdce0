package com.elytracloud.status.run;

/** The public file was not refreshed: the run must fail, so that the platform's error alarm fires. */
public class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the operator, without secrets */
    public PublishException(String message) {
        super(message);
    }

    /** @param message one sentence for the operator, without secrets */
    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
