package com.elytracloud.status.assess;

import java.math.BigDecimal;
import java.util.Optional;

/** What the ledger must agree with, done the long way: every second is painted, and every window counted anew. */
final class SecondsModel {
    private final long origin;
    private final byte[] up;
    private final byte[] down;
    private final byte[] known;
    private final byte[] expected;
    private long last;

    SecondsModel(long origin, int seconds) {
        this.origin = origin;
        up = new byte[seconds];
        down = new byte[seconds];
        known = new byte[seconds];
        expected = new byte[seconds];
    }

    /** @param weights up, down, maintenance, unknown */
    void sample(long at, int... weights) {
        for (long second = last == 0 ? at - 600 : last; second < at; second++) {
            int i = (int) (second - origin);
            expected[i] = (byte) (weights[0] + weights[1] + weights[2] + weights[3]);
            if (second >= at - 900) {
                up[i] = (byte) weights[0];
                down[i] = (byte) weights[1];
                known[i] = (byte) (weights[0] + weights[1] + weights[2]);
            }
        }
        last = at;
    }

    Optional<BigDecimal> percent(long hours, long now) {
        long begin = now - now % 3_600 - hours * 3_600;
        long sumUp = 0;
        long sumDown = 0;
        double covered = 0;
        for (long hour = begin; hour < now; hour += 3_600) {
            long seconds = Math.min(3_600, now - hour);
            long sumKnown = 0;
            long sumExpected = 0;
            for (int i = Math.max(0, (int) (hour - origin)); i < hour - origin + seconds; i++) {
                sumUp += up[i];
                sumDown += down[i];
                sumKnown += known[i];
                sumExpected += expected[i];
            }
            covered += sumExpected == 0 ? 0 : seconds * ((double) sumKnown / sumExpected);
        }
        return covered / (now - begin) < 0.75 - 1e-9 || sumUp + sumDown == 0
                ? Optional.empty()
                : Optional.of(BigDecimal.valueOf(10_000 * sumUp / (sumUp + sumDown), 2));
    }
}
