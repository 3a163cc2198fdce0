package com.elytracloud.status.run;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;

/** Runs blocking calls in parallel, each within a time limit; a call that overruns is interrupted and abandoned. */
@Singleton
public final class BoundedExecutor {
    private static final Logger LOG = Logger.getLogger(BoundedExecutor.class);

    private final ExecutorService threads;

    /** Starts without threads; a call that finds none idle adds one. */
    public BoundedExecutor() {
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "elytra-" + count.incrementAndGet());
            // A call that hangs in spite of its interruption must not keep the process alive.
            thread.setDaemon(true);
            return thread;
        });
    }

    public <T> Future<T> start(Callable<T> call) {
        return threads.submit(call);
    }

    /**
     * Makes a call and waits for its result.
     *
     * @throws TimeoutException if it did not end within the limit
     * @throws Exception what the call threw
     */
    public <T> T call(Callable<T> call, Duration limit) throws Exception {
        return await(start(call), limit);
    }

    /** Waits for a started call, and interrupts it if it does not end within the limit. */
    static <T> T await(Future<T> started, Duration limit) throws Exception {
        try {
            return started.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            // An interruption of the call is none of its caller, and an error ends the call only.
            if (e.getCause() instanceof Exception cause && !(cause instanceof InterruptedException)) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        } finally {
            started.cancel(true);
        }
    }

    /** Waits for a started call that must not fail its caller: every exception becomes a {@link Failure}. */
    public static <T> T await(
            String what, Future<T> started, Duration limit, Function<? super Failure, ? extends T> otherwise) {
        try {
            return await(started, limit);
        } catch (TimeoutException e) {
            return otherwise.apply(new Failure(Reason.TIMED_OUT, "no answer within the run's time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(new Failure(Reason.INTERNAL_ERROR, "interrupted"));
        } catch (Exception e) {
            LOG.errorf(e, "%s: reading failed", what);
            return otherwise.apply(
                    new Failure(Reason.INTERNAL_ERROR, e.getClass().getSimpleName()));
        }
    }

    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
