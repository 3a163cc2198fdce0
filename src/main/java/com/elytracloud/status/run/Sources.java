package com.elytracloud.status.run;

import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;

import jakarta.inject.Singleton;

import org.jboss.logging.Logger;

import com.elytracloud.status.domain.BackupListing;
import com.elytracloud.status.domain.Failure;
import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.MonitorFleet;
import com.elytracloud.status.domain.Notice;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.domain.RunState;
import com.elytracloud.status.run.StateStore.Condition;
import com.elytracloud.status.run.StateStore.Stored;

/** Asks everything a run needs to know, side by side, each within its own time. */
@Singleton
final class Sources {
    private static final Logger LOG = Logger.getLogger(Sources.class);

    /** What the longest reading may take, and what must be left for publishing and verifying when it ends. */
    private static final Duration READING = Duration.ofSeconds(10);

    private static final Duration PUBLISHING = Duration.ofSeconds(9);
    /** For memory, notice and what is published. */
    private static final Duration OWN = Duration.ofSeconds(3);
    /** For a source to say itself what kept it. */
    private static final Duration LAST_WORD = Duration.ofMillis(500);

    private final MonitorSource monitors;
    private final BackupSource backups;
    private final StateStore memory;
    private final NoticeBoard notices;
    private final SitePublisher publisher;
    private final BoundedExecutor workers;

    Sources(
            MonitorSource monitors,
            BackupSource backups,
            StateStore memory,
            NoticeBoard notices,
            SitePublisher publisher,
            BoundedExecutor workers) {
        this.monitors = monitors;
        this.backups = backups;
        this.memory = memory;
        this.notices = notices;
        this.publisher = publisher;
        this.workers = workers;
    }

    /** Asks all of them once; whoever does not answer has not answered, and never more than that. */
    Readings read(Instant now, Deadline deadline) {
        Deadline reading = deadline.keeping(PUBLISHING).within(READING);
        Deadline own = reading.within(OWN);
        Future<Reading<MonitorFleet>> askedMonitors = ask(() -> monitors.read(now, reading));
        Future<Stored> askedMemory = ask(() -> memory.read(own));
        Future<Reading<BackupListing>> askedBackups = ask(() -> backups.read(now, reading));
        Future<Reading<Notice>> askedNotice = ask(() -> notices.read(own));
        Future<Reading<Long>> askedSeq = ask(() -> publisher.lastSeq(own));
        return new Readings(
                now,
                answer("monitors", askedMonitors, reading, Reading.Failed::new),
                answer("backups", askedBackups, reading, Reading.Failed::new),
                answer("state", askedMemory, own, Sources::withoutMemory),
                answer("notice", askedNotice, own, Reading.Failed::new),
                answer("published site", askedSeq, own, Reading.Failed::new));
    }

    private <T> Future<T> ask(Callable<T> question) {
        return workers.start(() -> Objects.requireNonNull(question.call()));
    }

    private static Stored withoutMemory(Failure failure) {
        return new Stored(Condition.UNAVAILABLE, RunState.FIRST, "", failure.toString());
    }

    // The one wide catch: whatever goes wrong in a source is a lack of evidence and nothing more.
    private static <T> T answer(
            String source, Future<T> asked, Deadline deadline, Function<? super Failure, ? extends T> otherwise) {
        try {
            return BoundedExecutor.await(asked, deadline.remaining().plus(LAST_WORD));
        } catch (TimeoutException e) {
            return otherwise.apply(new Failure(Reason.TIMED_OUT, "no answer within the run's time"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return otherwise.apply(new Failure(Reason.INTERNAL_ERROR, "interrupted"));
        } catch (Exception e) {
            LOG.errorf(e, "%s: reading failed", source);
            return otherwise.apply(
                    new Failure(Reason.INTERNAL_ERROR, e.getClass().getSimpleName()));
        }
    }
}
