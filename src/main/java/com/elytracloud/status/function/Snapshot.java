package com.elytracloud.status.function;

import jakarta.inject.Singleton;

import org.crac.Context;
import org.crac.Core;
import org.crac.Resource;
import org.jboss.logging.Logger;

import com.elytracloud.status.rehearsal.Rehearsal;

/**
 * What is done where Lambda takes a snapshot of the started function (SnapStart): a rehearsal before it, so that a
 * restored function is as fast as a warm one, and after it everything anew that a snapshot would freeze.
 *
 * <p>Of random there is nothing to renew: the platform's generator mixes in what the kernel gives, and asks it again
 * after a tenth of a second.
 */
@Singleton
final class Snapshot implements Resource {
    private static final Logger LOG = Logger.getLogger(Snapshot.class);
    /** From the third on, a run takes what it takes when warm. */
    private static final int TIMES = 3;

    private final Rehearsal rehearsal;
    private Runnable start = () -> {};

    Snapshot(Rehearsal rehearsal) {
        this.rehearsal = rehearsal;
    }

    /** Waits for a snapshot; without one, nothing ever happens. This bean must outlive it: the register holds it loosely. */
    void await(Runnable start) {
        this.start = start;
        Core.getGlobalContext().register(this);
    }

    // Whatever goes wrong here has cost a little time later, and no more: it must never keep the function from
    // starting.
    @Override
    public void beforeCheckpoint(Context<? extends Resource> context) {
        try {
            rehearsal.rehearse(TIMES);
        } catch (Exception | LinkageError e) {
            LOG.warn("the rehearsal before the snapshot failed: the first run will take longer", e);
        }
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        rehearsal.renew();
        start.run();
    }
}
