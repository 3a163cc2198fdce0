package com.elytracloud.status.run;

/** The public file was not refreshed: the run must fail, so that the platform's error alarm fires. */
public class PublishException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PublishException(String message) {
        super(message);
    }

    public PublishException(String message, Throwable cause) {
        super(message, cause);
    }
}
