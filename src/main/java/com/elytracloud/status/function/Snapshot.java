package com.elytracloud.status.function;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import jakarta.inject.Singleton;

import io.quarkus.funqy.lambda.FunqyStreamHandler;
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
    /** So often that what each run calls ten times is compiled; a snapshot is taken once for each version. */
    private static final int TIMES = 20;

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
            MetricLog.uncounted(() -> rehearsal.rehearse(TIMES, Snapshot::answerAnEvent));
        } catch (Exception | LinkageError e) {
            LOG.warn("the rehearsal before the snapshot failed: the first run will take longer", e);
        }
    }

    // By the platform's own way in, for what lies before and behind a run is half of what a first event waits for.
    private static void answerAnEvent() throws IOException {
        InputStream event = new ByteArrayInputStream("{}".getBytes(StandardCharsets.UTF_8));
        new FunqyStreamHandler().handleRequest(event, OutputStream.nullOutputStream(), null);
    }

    @Override
    public void afterRestore(Context<? extends Resource> context) {
        rehearsal.renew();
        start.run();
    }
}
