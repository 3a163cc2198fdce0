package com.elytracloud.status.testing.bad.kuma;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;

/** A retry loop, an unwrapped failure and a walk along its causes, each of which has one place elsewhere. */
public final class RetriesByItself {
    Throwable retry(Future<?> call) throws InterruptedException {
        Thread.sleep(1);
        try {
            call.get();
            return null;
        } catch (ExecutionException e) {
            return e.getCause();
        }
    }
}
