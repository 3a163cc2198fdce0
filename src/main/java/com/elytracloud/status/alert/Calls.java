package com.elytracloud.status.alert;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import feign.Response;

import com.elytracloud.status.run.BoundedExecutor;
import com.elytracloud.status.run.Deadline;

/** Makes one call of a channel, again if that makes sense, and never longer than allowed. */
final class Calls {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

    /** How much of an answer is read to tell a word from a page. */
    private static final int BEGINNING = 1024;

    private final BoundedExecutor workers;
    private final ChannelLimits limits;

    Calls(BoundedExecutor workers, ChannelLimits limits) {
        this.workers = workers;
        this.limits = limits;
    }

    /**
     * Makes it.
     *
     * @throws ChannelException if the other side did not answer 2xx in time
     */
    void make(Supplier<Response> call, Deadline deadline) throws ChannelException {
        Deadline whole = deadline.within(limits.whole());
        for (int attempt = 1; ; attempt++) {
            try {
                attempt(call, whole.atMost(limits.attempt()));
                return;
            } catch (ChannelException e) {
                Duration backoff = limits.backoff().multipliedBy(1L << (attempt - 1));
                Duration pause = backoff.compareTo(e.notBefore()) > 0 ? backoff : e.notBefore();
                boolean again = e.isPassing() && attempt < limits.attempts();
                if (!again || pause.compareTo(whole.remaining()) >= 0 || !waited(pause)) {
                    throw e;
                }
            }
        }
    }

    private void attempt(Supplier<Response> call, Duration limit) throws ChannelException {
        try {
            workers.call(() -> taken(call), limit);
        } catch (TimeoutException e) {
            throw ChannelException.passing("no answer within its time");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChannelException.lasting("interrupted");
        } catch (Exception e) {
            throw named(e);
        }
    }

    private static Void taken(Supplier<Response> call) throws ChannelException, IOException {
        try (Response answer = call.get()) {
            check(answer);
        }
        return null;
    }

    private static void check(Response answer) throws ChannelException, IOException {
        int status = answer.status();
        if (status == 429 || status >= 500) {
            throw new ChannelException("answered " + status, true, retryAfter(answer));
        }
        if (status < 200 || status >= 300) {
            String why = status >= 300 && status < 400 ? ": the configured address is not the final one" : "";
            throw ChannelException.lasting("answered " + status + why);
        }
        // A message is taken with a word or with nothing; a page is the front of something else.
        if (beginning(answer).stripLeading().startsWith("<")) {
            throw ChannelException.lasting("answered with a page: the address is not that of a webhook");
        }
    }

    private static String beginning(Response answer) throws IOException {
        if (answer.body() == null) {
            return "";
        }
        try (InputStream body = answer.body().asInputStream()) {
            return new String(body.readNBytes(BEGINNING), StandardCharsets.ISO_8859_1);
        }
    }

    private static Duration retryAfter(Response answer) {
        String seconds = String.join("", answer.headers().getOrDefault("Retry-After", List.of()));
        return SECONDS.matcher(seconds).matches() ? Duration.ofSeconds(Long.parseLong(seconds)) : Duration.ZERO;
    }

    // The messages of exceptions are not repeated: they hold the address, which is a secret.
    private static ChannelException named(Throwable thrown) {
        if (thrown instanceof ChannelException known) {
            return known;
        }
        if (isCausedBy(SSLException.class, thrown)) {
            return ChannelException.lasting("no secure connection: the certificate is expired or not trusted");
        }
        if (isCausedBy(UnknownHostException.class, thrown)) {
            return ChannelException.lasting("no such host");
        }
        if (isCausedBy(ConnectException.class, thrown)) {
            return ChannelException.passing("no connection");
        }
        return ChannelException.passing(
                "the connection ended without an answer: " + thrown.getClass().getSimpleName());
    }

    private static boolean isCausedBy(Class<?> type, Throwable thrown) {
        return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause)
                .limit(10) // a cause may be its own cause
                .anyMatch(type::isInstance);
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
