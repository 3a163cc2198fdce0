package com.elytracloud.status.run;

/** Something was to be told and nobody could be: the function must fail, so that the platform's own alarm rings. */
public final class UnheardException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WatchReport report;

    /** @param message one sentence for the operator, without secrets */
    UnheardException(String message, WatchReport report) {
        super(message);
        this.report = report;
    }

    /** What was seen all the same. */
    public WatchReport report() {
        return report;
    }
}
