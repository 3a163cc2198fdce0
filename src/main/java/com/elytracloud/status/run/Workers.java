package com.elytracloud.status.run;

import java.time.Duration;
import java.util.concurrent.Callable;
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

/** Runs blocking calls side by side and within a time; a call that overruns is interrupted and left behind. */
@Singleton
public final class Workers implements RequestMeter {
    private final ExecutorService threads;
    private final AtomicLong calls = new AtomicLong();

    /** Starts with no thread; each call that finds none idle adds one. */
    public Workers() {
        AtomicInteger count = new AtomicInteger();
        threads = Executors.newCachedThreadPool(work -> {
            Thread thread = new Thread(work, "elytra-" + count.incrementAndGet());
            // A call that hangs in spite of its interruption must not keep the process alive.
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Starts a call beside the caller. */
    public <T> Future<T> start(Callable<T> call) {
        return threads.submit(call);
    }

    /** Each request of a client that knows no limit of its own is one {@link #call}. */
    @Override
    public long requests() {
        return calls.get();
    }

    /**
     * Makes a call and waits for it, body included.
     *
     * @throws TimeoutException if it did not end within the limit
     * @throws ExecutionException with what the call threw as its cause
     */
    public <T> T call(Callable<T> call, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        calls.incrementAndGet();
        return await(start(call), limit);
    }

    /**
     * Waits for a started call.
     *
     * @throws TimeoutException if it did not end within the limit; it is interrupted then
     * @throws ExecutionException with what the call threw as its cause
     */
    public static <T> T await(Future<T> started, Duration limit)
            throws TimeoutException, ExecutionException, InterruptedException {
        try {
            return started.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } finally {
            started.cancel(true);
        }
    }

    @PreDestroy
    public void close() {
        threads.shutdownNow();
    }
}
