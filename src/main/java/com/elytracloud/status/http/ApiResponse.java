package com.elytracloud.status.http;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

import org.jboss.resteasy.reactive.RestResponse;

import com.elytracloud.status.domain.Failure.Reason;

/** A response, and whether its status and headers allow to use it as evidence. */
public record ApiResponse(RestResponse<InputStream> response, Errors errors, Instant now) implements AutoCloseable {
    private static final Duration MAX_CLOCK_AHEAD = Duration.ofMinutes(2);
    private static final Duration MAX_CLOCK_BEHIND = Duration.ofMinutes(5);
    /** How much of an error page is read to recognise it, in bytes. */
    private static final int EXCERPT = 1024;

    /** What the error responses of one service mean. */
    public interface Errors {
        /** The failure that a status other than the expected one means. */
        ApiCallException of(ApiResponse response);

        /** The failure that a response with status 200 and another media type than the expected one means. */
        default ApiCallException wrongType(String expected, ApiResponse response) {
            return response.permanentFailure(
                    Reason.UNREADABLE, " without %s: the address is wrong".formatted(expected));
        }
    }

    public int status() {
        return response.getStatus();
    }

    /** A header in lower case; empty if it is absent. */
    public String header(String name) {
        return rawHeader(name).toLowerCase(Locale.ROOT);
    }

    /** The first kilobyte of the body; empty if it cannot be read. */
    public String excerpt() {
        try {
            return new String(decoded().readNBytes(EXCERPT), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return ""; // the status alone is enough to refuse the response
        }
    }

    /** How long the server asks clients to wait; zero if it does not, or not in a readable way. */
    public Duration retryAfter() {
        String text = header("Retry-After");
        Duration wait = text.matches("\\d{1,9}")
                ? Duration.ofSeconds(Long.parseLong(text))
                : Duration.between(now, date("Retry-After").orElse(now));
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /**
     * The decompressed body of a current response with status 200.
     *
     * @param type the expected media type, without parameters
     * @throws ApiCallException if the response is an error, outdated or of another type
     */
    public InputStream body(String type, long maxBytes) throws IOException {
        if (status() != 200) {
            throw errors.of(this);
        }
        if (!header("Content-Type").split(";", 2)[0].equals(type)) {
            throw errors.wrongType(type, this);
        }
        Instant date = date("Date").orElse(now);
        if (date.isAfter(now.plus(MAX_CLOCK_AHEAD)) || date.isBefore(now.minus(MAX_CLOCK_BEHIND))) {
            throw ApiCallException.permanentFailure(
                    Reason.CLOCK_SKEWED,
                    "the response is dated %s and the run %s: it came from a cache, or a clock is wrong"
                            .formatted(date, now));
        }
        return new CappedInputStream(decoded(), maxBytes);
    }

    /**
     * Accepts any status from 200 to 299.
     *
     * @throws ApiCallException if the response has another status
     */
    public void requireSuccess() throws ApiCallException {
        if (status() / 100 != 2) {
            throw errors.of(this);
        }
    }

    /** The failure that this status usually means. */
    public ApiCallException usualError() {
        return switch (status()) {
            case 401 -> permanentFailure(Reason.UNAUTHORIZED, "");
            case 403 -> permanentFailure(Reason.FORBIDDEN, "");
            case 404 -> permanentFailure(Reason.NOT_FOUND, ": the configured address is wrong");
            case 429 -> transientFailure(Reason.THROTTLED, "");
            case 502, 503, 504 -> transientFailure(Reason.SERVER_ERROR, "");
            default ->
                switch (status() / 100) {
                    case 3 -> permanentFailure(Reason.REDIRECTED, ": the configured address is not the final one");
                    case 5 -> permanentFailure(Reason.SERVER_ERROR, "");
                    default -> permanentFailure(Reason.UNREADABLE, "");
                };
        };
    }

    /** A failure with this status that a second attempt would meet again. */
    public ApiCallException permanentFailure(Reason reason, String advice) {
        return ApiCallException.permanentFailure(reason, "answered " + status() + advice);
    }

    /** A failure with this status after which a second attempt may succeed. */
    public ApiCallException transientFailure(Reason reason, String advice) {
        return ApiCallException.transientFailure(reason, "answered " + status() + advice, retryAfter());
    }

    /** Closes the connection, even if the body was not read to its end. */
    @Override
    public void close() throws IOException {
        raw().close();
    }

    private InputStream decoded() throws IOException {
        return switch (header("Content-Encoding")) {
            case "", "identity" -> raw();
            case "gzip", "x-gzip" -> new GZIPInputStream(new BufferedInputStream(raw()));
            default ->
                throw ApiCallException.permanentFailure(
                        Reason.UNREADABLE, "the response has an encoding that was not requested");
        };
    }

    private InputStream raw() {
        return Objects.requireNonNullElse(response.getEntity(), InputStream.nullInputStream());
    }

    private Optional<Instant> date(String name) {
        try {
            return Optional.of(Instant.from(DateTimeFormatter.RFC_1123_DATE_TIME.parse(rawHeader(name))));
        } catch (DateTimeException e) {
            return Optional.empty(); // an absent or unreadable date is no date
        }
    }

    private String rawHeader(String name) {
        return Objects.requireNonNullElse(response.getHeaderString(name), "").strip();
    }
}
