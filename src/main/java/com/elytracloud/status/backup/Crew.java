package com.elytracloud.status.backup;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** A few threads that go through a list together; what they have not begun by the deadline stays undone. */
final class Crew {
    /** What a storage lets one client do side by side, and what keeps the pages at hand within some megabytes. */
    static final int THREADS = 16;

    private final BoundedExecutor workers;
    private final int threads;

    Crew(BoundedExecutor workers, int threads) {
        this.workers = workers;
        this.threads = threads;
    }

    /** Goes through the list from its beginning; each job ends by the deadline itself, or is interrupted then. */
    void work(List<Runnable> jobs, Deadline deadline) {
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> members = new ArrayList<>();
        for (int i = 0; i < Math.min(threads, jobs.size()); i++) {
            members.add(workers.start(() -> {
                for (int job = next.getAndIncrement(); job < jobs.size(); job = next.getAndIncrement()) {
                    if (deadline.hasPassed() || Thread.currentThread().isInterrupted()) {
                        return null;
                    }
                    jobs.get(job).run();
                }
                return null;
            }));
        }
        members.forEach(member -> await(member, deadline));
    }

    private static void await(Future<?> member, Deadline deadline) {
        try {
            BoundedExecutor.await(member, deadline.remaining());
        } catch (TimeoutException e) {
            // It was interrupted; what it did not finish is known as unfinished.
            Thread.onSpinWait();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            throw new IllegalStateException("a look at the backups failed", e);
        }
    }
}
