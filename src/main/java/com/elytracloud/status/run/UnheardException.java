package com.elytracloud.status.run;

/** Something that was due reached nobody: the function must fail, so that the platform's own alarm rings. */
public final class UnheardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** @param message one sentence for the operator, without secrets */
    public UnheardException(String message) {
        super(message);
    }
}
