package com.elytracloud.status.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Times and durations as an operator types them. */
final class Moment {
    private static final Pattern SHORT = Pattern.compile("(?:(\\d{1,3})d)?(?:(\\d{1,3})h)?(?:(\\d{1,4})m(?:in)?)?");

    private Moment() {}

    /** {@code 4h}, {@code 90m}, {@code 1h30m}, or ISO 8601. */
    static final class OfDuration implements ITypeConverter<Duration> {
        @Override
        public Duration convert(String text) {
            Matcher units = SHORT.matcher(text.strip().toLowerCase(Locale.ROOT));
            if (units.matches() && !text.isBlank()) {
                return Duration.ofDays(count(units.group(1)))
                        .plusHours(count(units.group(2)))
                        .plusMinutes(count(units.group(3)));
            }
            try {
                return Duration.parse(text.strip());
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'%s' is no duration, such as 4h, 90m, 1h30m or PT4H".formatted(text));
            }
        }

        private static long count(String digits) {
            return digits == null ? 0 : Long.parseLong(digits);
        }
    }

    /** {@code 2026-11-26 22:00} in UTC, or ISO 8601 with a zone. */
    static final class OfTime implements ITypeConverter<Instant> {
        @Override
        public Instant convert(String text) {
            String plain = text.strip().replaceFirst("\\s*UTC$", "").replaceFirst("^(\\S{10})\\s+", "$1T");
            try {
                boolean hasZone = plain.matches(".*T.*(?:Z|[+-]\\d{2}:?\\d{2})$");
                return hasZone
                        ? OffsetDateTime.parse(plain).toInstant()
                        : LocalDateTime.parse(plain).toInstant(ZoneOffset.UTC);
            } catch (DateTimeException e) {
                throw new TypeConversionException(
                        "'%s' is no time, such as \"2026-11-26 22:00\" (UTC) or 2026-11-26T22:00:00+01:00"
                                .formatted(text));
            }
        }
    }
}
