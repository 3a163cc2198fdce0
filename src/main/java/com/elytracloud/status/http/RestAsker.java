package com.elytracloud.status.http;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeoutException;

import feign.Response;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Reading;
import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/**
 * Asks one service, again if it makes sense, and never longer than allowed.
 *
 * @param <A> the interface of the service; its bodies are streams, decoded here: the client's own decompression knows
 *     no limit
 */
public final class RestAsker<A> {
    private final A api;
    private final Faults faults;
    private final Refusals refusals;
    private final AskLimits limits;
    private final BoundedExecutor workers;

    private RestAsker(A api, Refusals refusals, AskLimits limits, BoundedExecutor workers) {
        this.api = api;
        this.faults = new Faults(refusals.service());
        this.refusals = refusals;
        this.limits = limits;
        this.workers = workers;
    }

    /** One that asks nobody yet. */
    public static <A> RestAsker<A> of(
            Class<A> api, URI base, Refusals refusals, AskLimits limits, BoundedExecutor workers) {
        A client = FeignClients.of(api, base, limits.connect(), limits.attempt());
        return new RestAsker<>(client, refusals, limits, workers);
    }

    /** The same with other limits, the time to connect excepted. */
    public RestAsker<A> within(AskLimits others) {
        return new RestAsker<>(api, refusals, others, workers);
    }

    /** Asks until there is an answer, or no hope of one. */
    public <T> Reading<T> ask(Question<A, T> question, Instant now, Deadline deadline) {
        for (int attempt = 1; ; attempt++) {
            try {
                return new Reading.Found<>(attempt(question, now, deadline.atMost(limits.attempt())));
            } catch (NoAnswerException e) {
                Duration pause = pause(attempt, e.notBefore());
                boolean again = e.isPassing() && attempt < limits.attempts();
                if (!again || pause.compareTo(deadline.remaining()) >= 0 || !waited(pause)) {
                    return new Reading.Failed<>(e.failure());
                }
            }
        }
    }

    private <T> T attempt(Question<A, T> question, Instant now, Duration limit) throws NoAnswerException {
        try {
            return workers.call(() -> exchange(question, now), limit);
        } catch (TimeoutException e) {
            throw Faults.timedOut();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw NoAnswerException.lasting(Reason.TIMED_OUT, "the run ended before the answer came");
        } catch (Exception e) {
            throw faults.named(e);
        }
    }

    // Runs on a worker; its interruption ends a waiting read, and with it the connection.
    private <T> T exchange(Question<A, T> question, Instant now) throws IOException {
        try (Response reply = send(question)) {
            new Reply(reply, now).check(question.type(), refusals);
            return question.reader().read(Bodies.decoded(reply, limits.bytes()));
        }
    }

    private Response send(Question<A, ?> question) throws NoAnswerException {
        try {
            return question.request().apply(api);
        } catch (RuntimeException e) {
            throw Faults.onTheWay(e);
        }
    }

    private Duration pause(int attempt, Duration notBefore) {
        long longest = limits.backoff().toMillis() << (attempt - 1);
        Duration backoff = Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
        return backoff.compareTo(notBefore) > 0 ? backoff : notBefore;
    }

    private static boolean waited(Duration pause) {
        try {
            Thread.sleep(pause.toMillis());
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
