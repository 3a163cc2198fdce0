package com.elytracloud.status.assess;

import com.elytracloud.status.domain.Damping;
import com.elytracloud.status.domain.PlatformStatus;

/** Confirms an outage, and its end, by a second run: a single bad or good run says no more than degraded. */
public final class StatusDamper {
    private StatusDamper() {}

    /** What is published after one more run, and what the next run must know. */
    public record Damped(PlatformStatus published, Damping next) {}

    /**
     * Damps the status of one run.
     *
     * @param raw by the table, from this run alone
     * @param evidence whether heartbeats already confirm an outage; of no weight otherwise
     */
    public static Damped damp(Damping before, PlatformStatus raw, boolean evidence) {
        return switch (raw) {
            case UNKNOWN -> unknown(before);
            case OUTAGE -> outage(evidence ? Damping.ENOUGH : Math.min(Damping.ENOUGH, before.bad() + 1), before);
            case DEGRADED -> confirmed(PlatformStatus.DEGRADED, before.isInOutage() ? Damping.ENOUGH : 0);
            case OPERATIONAL -> operational(before);
        };
    }

    // Said at once, for green needs evidence; but one failed request neither hides nor ends an outage.
    private static Damped unknown(Damping before) {
        int unknowns = Math.min(Damping.ENOUGH, before.unknowns() + 1);
        Damping next = unknowns == Damping.ENOUGH
                ? new Damping(0, 0, unknowns, PlatformStatus.UNKNOWN)
                : new Damping(before.bad(), before.good(), unknowns, before.confirmed());
        return new Damped(PlatformStatus.UNKNOWN, next);
    }

    private static Damped outage(int bad, Damping before) {
        return bad == Damping.ENOUGH
                ? confirmed(PlatformStatus.OUTAGE, bad)
                : waiting(new Damping(bad, 0, 0, before.confirmed()));
    }

    private static Damped operational(Damping before) {
        int good = before.good() + 1;
        return before.isInOutage() && good < Damping.ENOUGH
                ? waiting(new Damping(before.bad(), good, 0, before.confirmed()))
                : confirmed(PlatformStatus.OPERATIONAL, 0);
    }

    private static Damped confirmed(PlatformStatus status, int bad) {
        return new Damped(status, new Damping(bad, 0, 0, status));
    }

    private static Damped waiting(Damping next) {
        return new Damped(PlatformStatus.DEGRADED, next);
    }
}
