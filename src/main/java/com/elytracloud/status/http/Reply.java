package com.elytracloud.status.http;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import feign.Response;

import com.elytracloud.status.domain.Failure.Reason;

/** A reply, and whether by its status and headers it can be evidence. */
public final class Reply {
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(2);
    private static final Duration CLOCK_BEHIND = Duration.ofMinutes(5);
    /** How much of an error page is read to recognise it. */
    private static final int EXCERPT = 1024;

    private final Response response;
    private final Instant now;

    Reply(Response response, Instant now) {
        this.response = response;
        this.now = now;
    }

    /** The status code. */
    public int status() {
        return response.status();
    }

    /** A header in small letters, empty if it is absent. */
    public String header(String name) {
        return header(response, name).toLowerCase(Locale.ROOT);
    }

    static String header(Response response, String name) {
        return String.join(",", response.headers().getOrDefault(name, List.of()))
                .strip();
    }

    /** The beginning of the body, empty if it cannot be read: the status alone is enough to refuse the reply. */
    public String excerpt() {
        try {
            return new String(Bodies.decoded(response, EXCERPT).readNBytes(EXCERPT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** How long the server asks us to wait; zero if it does not, or not so that it can be read. */
    public Duration retryAfter() {
        String text = header("Retry-After");
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return date("Retry-After")
                .map(date -> Duration.between(now, date))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    /**
     * Lets only an answer of now and of the expected type pass.
     *
     * @throws NoAnswerException with the reason why this is no evidence
     */
    void check(String type, Refusals refusals) throws NoAnswerException {
        if (status() != HttpURLConnection.HTTP_OK) {
            throw refusals.of(this).orElseGet(this::refusal);
        }
        String actual = header("Content-Type");
        if (!actual.equals(type) && !actual.startsWith(type + ";")) {
            throw NoAnswerException.lasting(
                    refusals.wrongType(),
                    "answered 200 without %s: the address or path is wrong, or %s is not set up"
                            .formatted(type, refusals.service()));
        }
        checkClock();
    }

    private void checkClock() throws NoAnswerException {
        Optional<Instant> date = date("Date");
        if (date.isPresent()
                && (date.get().isAfter(now.plus(CLOCK_AHEAD)) || date.get().isBefore(now.minus(CLOCK_BEHIND)))) {
            throw NoAnswerException.lasting(
                    Reason.CLOCK_SKEWED,
                    "the answer is of %s and the run of %s: a cache answered, or a clock is wrong"
                            .formatted(date.get(), now));
        }
    }

    private NoAnswerException refusal() {
        String answered = "answered " + status();
        return switch (status()) {
            case 401 -> NoAnswerException.lasting(Reason.UNAUTHORIZED, answered);
            case 403 -> NoAnswerException.lasting(Reason.FORBIDDEN, answered);
            case 404 -> NoAnswerException.lasting(Reason.NOT_FOUND, answered + ": the base address is wrong");
            case 429 -> NoAnswerException.passing(Reason.THROTTLED, answered, retryAfter());
            case 502, 503, 504 -> NoAnswerException.passing(Reason.SERVER_ERROR, answered, retryAfter());
            default -> other(answered);
        };
    }

    private NoAnswerException other(String answered) {
        if (status() >= 300 && status() < 400) {
            return NoAnswerException.lasting(
                    Reason.REDIRECTED,
                    answered + ": the configured address is not the final one; credentials stay here");
        }
        return NoAnswerException.lasting(status() >= 500 ? Reason.SERVER_ERROR : Reason.UNREADABLE, answered);
    }

    private Optional<Instant> date(String name) {
        try {
            return Optional.of(header(response, name))
                    .filter(text -> !text.isEmpty())
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty(); // a date that cannot be read says nothing, like none
        }
    }
}
