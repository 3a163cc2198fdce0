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
import java.util.concurrent.atomic.AtomicLong;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;

/** Runs blocking calls in parallel, each within a time limit; a call that overruns is interrupted and abandoned. */
@Singleton
public final class BoundedExecutor implements RequestMeter {
    private final ExecutorService threads;
    private final AtomicLong calls = new AtomicLong();

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

    /** Starts a call in the background. */
    public <T> Future<T> start(Callable<T> call) {
        return threads.submit(call);
    }

    /** Each request of a client that has no time limit of its own is one {@link #call}. */
    @Override
    public long requests() {
        return calls.get();
    }

    /**
     * Makes a call and waits for its result.
     *
     * @throws TimeoutException if it did not end within the limit
     * @throws Exception what the call threw
     */
    public <T> T call(Callable<T> call, Duration limit) throws Exception {
        calls.incrementAndGet();
        return await(start(call), limit);
    }

    /**
     * Waits for a started call, and interrupts it if it does not end within the limit.
     *
     * @throws TimeoutException if it did not end within the limit
     * @throws Exception what the call threw
     */
    public static <T> T await(Future<T> started, Duration limit) throws Exception {
        try {
            return get(started, limit);
        } finally {
            started.cancel(true);
        }
    }

    /**
     * Waits for a started call that others wait for too: it continues if it does not end within the limit.
     *
     * @throws TimeoutException if it did not end within the limit
     * @throws Exception what the call threw
     */
    static <T> T get(Future<T> started, Duration limit) throws Exception {
        try {
            return started.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (ExecutionException e) {
            // An interruption of the call is none of its caller, and an error ends the call only.
            if (e.getCause() instanceof Exception cause && !(cause instanceof InterruptedException)) {
                throw cause;
            }
            throw new CompletionException(e.getCause());
        }
    }

    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
