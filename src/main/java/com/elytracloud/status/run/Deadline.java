package com.elytracloud.status.run;

import java.time.Duration;
import java.util.function.LongSupplier;

/** The moment by which something must have ended, on the monotonic clock. */
public final class Deadline {
    private final LongSupplier nanos;
    private final long start;
    private final long end;

    private Deadline(Duration length, LongSupplier nanos) {
        this.nanos = nanos;
        this.start = nanos.getAsLong();
        this.end = start + length.toNanos();
    }

    public static Deadline in(Duration length) {
        return new Deadline(length, System::nanoTime);
    }

    /** A deadline by a given count of nanoseconds, for tests. */
    static Deadline in(Duration length, LongSupplier nanos) {
        return new Deadline(length, nanos);
    }

    /** What is left; zero once it has passed. */
    public Duration remaining() {
        return Duration.ofNanos(Math.max(0, end - nanos.getAsLong()));
    }

    /** The time since it was set, also after its end. */
    public Duration elapsed() {
        return Duration.ofNanos(nanos.getAsLong() - start);
    }

    public boolean hasPassed() {
        return remaining().isZero();
    }

    /** A limit of one step: its own, or what is left if that is less. */
    public Duration atMost(Duration limit) {
        Duration remaining = remaining();
        return remaining.compareTo(limit) < 0 ? remaining : limit;
    }

    /** A deadline of a part: this long from now, but never after this one. */
    public Deadline within(Duration limit) {
        return new Deadline(atMost(limit), nanos);
    }

    /** A deadline that leaves time for what comes afterwards. */
    public Deadline keeping(Duration reserve) {
        Duration rest = remaining().minus(reserve);
        return new Deadline(rest.isNegative() ? Duration.ZERO : rest, nanos);
    }
}
