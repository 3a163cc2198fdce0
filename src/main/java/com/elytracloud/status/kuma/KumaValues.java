package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;

import com.elytracloud.status.domain.Monitor;

/** Values as Uptime Kuma writes them, each read so that it cannot cost more than its text. */
final class KumaValues {
    /** What is absent or null is empty, and an element of a list that is null is left out. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .defaultSetterInfo(JsonSetter.Value.construct(Nulls.AS_EMPTY, Nulls.SKIP))
            .build();

    private static final int LONGEST_NUMBER = 40;
    /** The largest exponent: without it {@code 1e-999999999} is a number, and adding to it exhausts the heap. */
    private static final int LARGEST_SCALE = 60;
    /** Seconds and milliseconds depend on Kuma's database and on the field. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm[:ss[.SSS]]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private static final Map<String, Monitor.State> STATES = Map.of(
            "0", Monitor.State.DOWN, "1", Monitor.State.UP, "2", Monitor.State.PENDING, "3", Monitor.State.MAINTENANCE);
    private static final Map<String, Monitor.Kind> KINDS =
            Map.of("", Monitor.Kind.UNKNOWN, "group", Monitor.Kind.GROUP, "push", Monitor.Kind.PUSH);

    private KumaValues() {}

    /** Reads a body to the end of its object. */
    static <T> T read(InputStream body, Class<T> type) throws IOException {
        T value = JSON.readValue(body, type);
        if (value == null) {
            throw new JsonParseException(null, "null in place of a status page");
        }
        return value;
    }

    /** A code, the same in {@code monitor_status} and in heartbeats. */
    static Monitor.State state(String code) {
        return STATES.getOrDefault(code, Monitor.State.UNRECOGNISED);
    }

    static Monitor.Kind kind(String type) {
        return KINDS.getOrDefault(type, Monitor.Kind.PROBE);
    }

    /** A share from 0 to 1; empty for anything else, {@code Nan} included. */
    static Optional<BigDecimal> share(String text) {
        return number(text).filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
    }

    /** A decimal number of ordinary size and precision. */
    static Optional<BigDecimal> number(String text) {
        try {
            return text.length() > LONGEST_NUMBER
                    ? Optional.empty()
                    : Optional.of(new BigDecimal(text))
                            .filter(number -> Math.abs((long) number.scale()) <= LARGEST_SCALE);
        } catch (NumberFormatException e) {
            return Optional.empty(); // "Nan", "+Inf" and garbage are no numbers
        }
    }

    static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.of(LocalDateTime.parse(text, TIME).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
