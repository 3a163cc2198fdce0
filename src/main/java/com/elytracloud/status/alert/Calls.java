package com.elytracloud.status.alert;

import java.net.ConnectException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.run.Deadline;
import com.elytracloud.status.run.Workers;

/** Makes one call of a channel, again if that makes sense, and never longer than allowed. */
final class Calls {
    private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

    private final Workers workers;
    private final ChannelLimits limits;

    Calls(Workers workers, ChannelLimits limits) {
        this.workers = workers;
        this.limits = limits;
    }

    /**
     * Makes it.
     *
     * @throws ChannelException if the other side did not answer 2xx in time
     */
    void make(Supplier<RestResponse<String>> call, Deadline deadline) throws ChannelException {
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

    private void attempt(Supplier<RestResponse<String>> call, Duration limit) throws ChannelException {
        try (RestResponse<String> answer = workers.call(call::get, limit)) {
            check(answer);
        } catch (TimeoutException e) {
            throw ChannelException.passing("no answer within its time");
        } catch (ExecutionException e) {
            throw named(e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw ChannelException.lasting("interrupted");
        }
    }

    private static void check(RestResponse<?> answer) throws ChannelException {
        int status = answer.getStatus();
        if (status == 429 || status >= 500) {
            throw new ChannelException("answered " + status, true, retryAfter(answer));
        }
        if (status < 200 || status >= 300) {
            String why = status >= 300 && status < 400 ? ": the configured address is not the final one" : "";
            throw ChannelException.lasting("answered " + status + why);
        }
        // A message is taken with a word or with nothing; a page is the front of something else.
        if (String.valueOf(answer.getEntity()).stripLeading().startsWith("<")) {
            throw ChannelException.lasting("answered with a page: the address is not that of a webhook");
        }
    }

    private static Duration retryAfter(RestResponse<?> answer) {
        String seconds = answer.getHeaderString("Retry-After");
        return seconds != null && SECONDS.matcher(seconds).matches()
                ? Duration.ofSeconds(Long.parseLong(seconds))
                : Duration.ZERO;
    }

    // The messages of exceptions are not repeated: they hold the address, which is a secret.
    private static ChannelException named(Throwable thrown) {
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
