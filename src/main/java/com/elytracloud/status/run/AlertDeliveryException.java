package com.elytracloud.status.run;

/** An alert was due and no channel delivered it: the function must fail, so that the platform's error alarm fires. */
public final class AlertDeliveryException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient WatchdogReport report;

    AlertDeliveryException(String message, WatchdogReport report) {
        super(message);
        this.report = report;
    }

    public WatchdogReport report() {
        return report;
    }
}
