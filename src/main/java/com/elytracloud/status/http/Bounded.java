package com.elytracloud.status.http;

import java.time.Duration;
import java.util.concurrent.Callable;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.run.BoundedExecutor;

/** Runs an exchange in the executor: a client's own read timeout starts again with each byte of the body. */
public final class Bounded {
    private Bounded() {}

    /** Runs an exchange that reads the whole response, and interrupts it at the limit. */
    public static <T> T call(BoundedExecutor executor, Callable<T> exchange, Duration limit) throws ApiCallException {
        try {
            return executor.call(exchange, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ApiCallException.permanentFailure(Reason.TIMED_OUT, "the run ended before the response arrived");
        } catch (Exception e) {
            throw FailureReasons.of(e);
        }
    }
}
