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
public final class ApiResponse implements AutoCloseable {
    private static final Duration MAX_CLOCK_AHEAD = Duration.ofMinutes(2);
    private static final Duration MAX_CLOCK_BEHIND = Duration.ofMinutes(5);
    /** How much of an error page is read to recognise it, in bytes. */
    private static final int EXCERPT = 1024;

    private final RestResponse<InputStream> response;
    private final Instant now;

    ApiResponse(RestResponse<InputStream> response, Instant now) {
        this.response = response;
        this.now = now;
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
        if (text.matches("\\d{1,9}")) {
            return Duration.ofSeconds(Long.parseLong(text));
        }
        return date("Retry-After")
                .map(date -> Duration.between(now, date))
                .filter(wait -> !wait.isNegative())
                .orElse(Duration.ZERO);
    }

    /**
     * The decompressed body of a current response with status 200.
     *
     * @param type the expected media type, without parameters
     * @throws ApiCallException if the response is an error, outdated or of another type
     */
    public InputStream body(String type, long maxBytes, ErrorMapper errors) throws IOException {
        if (status() != 200) {
            throw error(errors);
        }
        String actual = header("Content-Type");
        if (!actual.equals(type) && !actual.startsWith(type + ";")) {
            throw errors.wrongType(type, this);
        }
        checkClock();
        return new CappedInputStream(decoded(), maxBytes);
    }

    /**
     * Accepts any status from 200 to 299.
     *
     * @throws ApiCallException if the response has another status
     */
    public void requireSuccess(ErrorMapper errors) throws ApiCallException {
        if (status() < 200 || status() > 299) {
            throw error(errors);
        }
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

    private void checkClock() throws ApiCallException {
        Optional<Instant> date = date("Date");
        if (date.isPresent()
                && (date.get().isAfter(now.plus(MAX_CLOCK_AHEAD))
                        || date.get().isBefore(now.minus(MAX_CLOCK_BEHIND)))) {
            throw ApiCallException.permanentFailure(
                    Reason.CLOCK_SKEWED,
                    "the response is dated %s and the run %s: it came from a cache, or a clock is wrong"
                            .formatted(date.get(), now));
        }
    }

    private ApiCallException error(ErrorMapper errors) {
        return errors.map(this).orElseGet(() -> {
            String answered = "answered " + status();
            return switch (status()) {
                case 401 -> ApiCallException.permanentFailure(Reason.UNAUTHORIZED, answered);
                case 403 -> ApiCallException.permanentFailure(Reason.FORBIDDEN, answered);
                case 404 ->
                    ApiCallException.permanentFailure(Reason.NOT_FOUND, answered + ": the base address is wrong");
                case 429 -> ApiCallException.transientFailure(Reason.THROTTLED, answered, retryAfter());
                case 502, 503, 504 -> ApiCallException.transientFailure(Reason.SERVER_ERROR, answered, retryAfter());
                default ->
                    status() / 100 == 3
                            ? ApiCallException.permanentFailure(
                                    Reason.REDIRECTED, answered + ": the configured address is not the final one")
                            : ApiCallException.permanentFailure(
                                    status() >= 500 ? Reason.SERVER_ERROR : Reason.UNREADABLE, answered);
            };
        });
    }

    private Optional<Instant> date(String name) {
        try {
            return Optional.of(rawHeader(name))
                    .filter(text -> !text.isEmpty())
                    .map(DateTimeFormatter.RFC_1123_DATE_TIME::parse)
                    .map(Instant::from);
        } catch (DateTimeException e) {
            return Optional.empty(); // an unreadable date is no date
        }
    }

    private String rawHeader(String name) {
        return Objects.requireNonNullElse(response.getHeaderString(name), "").strip();
    }
}
