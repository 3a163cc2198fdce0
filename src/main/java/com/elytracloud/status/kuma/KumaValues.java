package com.elytracloud.status.kuma;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Locale;
import java.util.Optional;

import com.elytracloud.status.domain.MonitorKind;
import com.elytracloud.status.domain.MonitorState;

/** Values as Uptime Kuma writes them, each read so that it cannot cost more than its text. */
final class KumaValues {
    private static final int LONGEST_NUMBER = 40;
    /** The largest exponent: without it {@code 1e-999999999} is a number, and adding to it exhausts the heap. */
    private static final int LARGEST_SCALE = 60;
    /** Seconds and milliseconds depend on Kuma's database and on the field. */
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern(
                    "uuuu-MM-dd HH:mm[:ss[.SSS]]", Locale.ROOT)
            .withResolverStyle(ResolverStyle.STRICT);

    private KumaValues() {}

    /** A code, the same in {@code monitor_status} and in heartbeats. */
    static MonitorState state(String code) {
        return switch (code) {
            case "0" -> MonitorState.DOWN;
            case "1" -> MonitorState.UP;
            case "2" -> MonitorState.PENDING;
            case "3" -> MonitorState.MAINTENANCE;
            default -> MonitorState.UNRECOGNISED;
        };
    }

    static MonitorKind kind(String type) {
        return switch (type) {
            case "group" -> MonitorKind.GROUP;
            case "push" -> MonitorKind.PUSH;
            default -> MonitorKind.PROBE;
        };
    }

    /** A share from 0 to 1; empty for anything else, {@code Nan} included. */
    static Optional<BigDecimal> share(String text) {
        return number(text).filter(share -> share.signum() >= 0 && share.compareTo(BigDecimal.ONE) <= 0);
    }

    /** A decimal number of ordinary size and precision. */
    static Optional<BigDecimal> number(String text) {
        if (text.isEmpty() || text.length() > LONGEST_NUMBER) {
            return Optional.empty();
        }
        try {
            return Optional.of(new BigDecimal(text)).filter(number -> Math.abs((long) number.scale()) <= LARGEST_SCALE);
        } catch (NumberFormatException e) {
            return Optional.empty(); // "Nan", "+Inf" and garbage are no numbers
        }
    }

    /** @param text null for none */
    static Optional<Instant> time(String text, ZoneId zone) {
        try {
            return Optional.ofNullable(text)
                    .map(time -> LocalDateTime.parse(time, TIME).atZone(zone).toInstant());
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }
}
