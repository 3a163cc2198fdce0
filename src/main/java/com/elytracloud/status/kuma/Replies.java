package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;

import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.domain.Failure.Reason;

/** Decides by status and headers whether a reply can be evidence. */
final class Replies {
    private static final Duration CLOCK_AHEAD = Duration.ofMinutes(2);
    private static final Duration CLOCK_BEHIND = Duration.ofMinutes(5);
    /** How much of an error page is read to recognise it. */
    private static final int EXCERPT = 1024;

    private Replies() {}

    /**
     * Lets only an answer of now and of the expected type pass.
     *
     * @param type the media type, without parameters
     * @throws KumaException with the reason why this is no evidence
     */
    static void check(RestResponse<InputStream> reply, String type, Instant now) throws KumaException {
        int status = reply.getStatus();
        if (status != RestResponse.StatusCode.OK) {
            throw refusal(reply, now);
        }
        String actual = header(reply, "Content-Type");
        if (!actual.equals(type) && !actual.startsWith(type + ";")) {
            throw KumaException.lasting(
                    Reason.NOT_METRICS,
                    "answered 200 without %s: the address or path is wrong, or Uptime Kuma is not set up"
                            .formatted(type));
        }
        checkClock(reply, now);
    }

    private static void checkClock(RestResponse<?> reply, Instant now) throws KumaException {
        Optional<Instant> date = date(reply.getHeaderString("Date"));
        if (date.isPresent()
                && (date.get().isAfter(now.plus(CLOCK_AHEAD)) || date.get().isBefore(now.minus(CLOCK_BEHIND)))) {
            throw KumaException.lasting(
                    Reason.CLOCK_SKEWED,
                    "the answer is of %s and the run of %s: a cache answered, or a clock is wrong"
                            .formatted(date.get(), now));
        }
    }

    private static KumaException refusal(RestResponse<InputStream> reply, Instant now) {
        int status = reply.getStatus();
        String answered = "answered " + status;
        return switch (status) {
            case 401 -> KumaException.lasting(Reason.UNAUTHORIZED, answered + unauthorized(reply));
            case 403 -> KumaException.lasting(Reason.FORBIDDEN, answered);
            case 404 -> notFound(reply);
            case 429 -> KumaException.passing(Reason.THROTTLED, answered, retryAfter(reply, now));
            case 502, 503, 504 ->
                KumaException.passing(
                        Reason.SERVER_ERROR,
                        answered + ": Uptime Kuma is not running, or not reachable for its proxy",
                        retryAfter(reply, now));
            default -> other(status, answered);
        };
    }

    private static KumaException other(int status, String answered) {
        if (status >= 300 && status < 400) {
            return KumaException.lasting(
                    Reason.REDIRECTED,
                    answered + ": the configured address is not the final one; credentials stay here");
        }
        return KumaException.lasting(status >= 500 ? Reason.SERVER_ERROR : Reason.UNREADABLE, answered);
    }

    // Kuma's own refusal names no realm.
    private static String unauthorized(RestResponse<?> reply) {
        return header(reply, "WWW-Authenticate").contains("realm=")
                ? ": another login stands in front of Uptime Kuma"
                : ": the key is wrong, expired or disabled";
    }

    private static KumaException notFound(RestResponse<InputStream> reply) {
        if (header(reply, "Content-Type").startsWith("text/html")
                && excerpt(reply).contains("Cannot GET")) {
            return KumaException.lasting(
                    Reason.MIGRATING,
                    "answered 404: Uptime Kuma is migrating its database, or the base address is wrong");
        }
        return KumaException.lasting(Reason.NOT_FOUND, "answered 404: the base address is wrong");
    }

    private static String excerpt(RestResponse<InputStream> reply) {
        try {
            return new String(Bodies.decoded(reply, EXCERPT).readNBytes(EXCERPT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // the status alone is enough to refuse the reply
        }
    }

    private static Duration retryAfter(RestResponse<?> reply, Instant now) {
        String text = header(reply, "Retry-After");
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return date(reply.getHeaderString("Retry-After"))
                .map(date -> Duration.between(now, date))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    private static Optional<Instant> date(String text) {
        try {
            return Optional.ofNullable(text)
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty(); // a date that cannot be read says nothing, like none
        }
    }

    private static String header(RestResponse<?> reply, String name) {
        String value = reply.getHeaderString(name);
        return value == null ? "" : value.strip().toLowerCase(Locale.ROOT);
    }
}
