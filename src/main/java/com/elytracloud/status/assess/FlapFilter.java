package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;

import com.elytracloud.status.domain.FlapState;
import com.elytracloud.status.domain.PlatformStatus;

/**
 * Confirms an outage, and its end, by a second run: a single bad or good run publishes no more than degraded.
 *
 * <p>Two runs confirm only if they are {@link #APART} from each other, so that a run started by an alarm and a schedule
 * of one minute promise what a schedule of ten minutes does.
 */
record FlapFilter(FlapState before, Instant now) {
    private static final Duration APART = Duration.ofSeconds(60);

    /** The status to publish after one more run, and the counters for the next. */
    record Filtered(PlatformStatus published, FlapState next) {}

    /**
     * Filters the status of one run.
     *
     * @param raw by the table, from this run alone
     * @param evidence whether heartbeats already confirm an outage; ignored for any other status
     */
    static Filtered filter(FlapState before, PlatformStatus raw, boolean evidence, Instant now) {
        FlapFilter filter = new FlapFilter(before, now);
        int bad = evidence ? FlapState.ENOUGH : filter.counted(before.bad());
        int good = filter.counted(before.good());
        return switch (raw) {
            case UNKNOWN -> filter.unknown();
            case OUTAGE -> bad == FlapState.ENOUGH ? filter.confirmed(raw, bad) : filter.waiting(bad, 0);
            case DEGRADED -> filter.confirmed(raw, before.isInOutage() ? FlapState.ENOUGH : 0);
            case OPERATIONAL ->
                before.isInOutage() && good < FlapState.ENOUGH
                        ? filter.waiting(before.bad(), good)
                        : filter.confirmed(raw, 0);
        };
    }

    // Published immediately, because green needs evidence; but one failed request neither hides nor ends an outage.
    private Filtered unknown() {
        boolean isFirst = before.unknownSince().equals(Instant.MIN);
        Instant since = isFirst ? now : before.unknownSince();
        FlapState next = !isFirst && isApart(since)
                ? new FlapState(0, 0, since, PlatformStatus.UNKNOWN, now)
                : new FlapState(before.bad(), before.good(), since, before.confirmed(), before.countedAt());
        return new Filtered(PlatformStatus.UNKNOWN, next);
    }

    /** The counter after this run: the first run of a row always counts, the next one only if it is far enough away. */
    private int counted(int counter) {
        return counter == 0 || isApart(before.countedAt()) ? Math.min(FlapState.ENOUGH, counter + 1) : counter;
    }

    private boolean isApart(Instant earlier) {
        return Duration.between(earlier, now).abs().compareTo(APART) >= 0;
    }

    private Filtered confirmed(PlatformStatus status, int bad) {
        return new Filtered(status, new FlapState(bad, 0, Instant.MIN, status, now));
    }

    private Filtered waiting(int bad, int good) {
        boolean isCounted = bad != before.bad() || good > before.good();
        Instant countedAt = isCounted ? now : before.countedAt();
        return new Filtered(
                PlatformStatus.DEGRADED, new FlapState(bad, good, Instant.MIN, before.confirmed(), countedAt));
    }
}
