package com.elytracloud.status.site;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/** The texts of one language by key, and how it writes times, numbers and counts. */
public final class Messages {
    private final Map<String, String> texts = new TreeMap<>();
    private final Locale locale;

    Messages(Locale locale) {
        this.locale = locale;
        Properties bundle = new Properties();
        try {
            bundle.load(new StringReader(Resources.text("messages_%s.properties".formatted(locale.getLanguage()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bundle.forEach((key, text) -> texts.put((String) key, (String) text));
    }

    /** All texts by key. */
    public Map<String, String> all() {
        return Map.copyOf(texts);
    }

    /**
     * One text; {@code {0}}, {@code {1}} … are replaced.
     *
     * @throws IllegalArgumentException if there is none of this key
     */
    public String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text of the key " + key);
        }
        // From the last on, so that a placeholder inside a value stays as it is.
        StringBuilder out = new StringBuilder(text);
        for (int i = values.length - 1; i >= 0; i--) {
            int at = text.indexOf("{" + i + "}");
            if (at >= 0) {
                out.replace(at, at + 3, String.valueOf(values[i]));
            }
        }
        return out.toString();
    }

    /** A count with its noun; the bundle has {@code <key>One} and {@code <key>Many}. */
    public String count(String key, long count) {
        return text(key + (count == 1 ? "One" : "Many"), count);
    }

    /** {@code 26 Nov 2026, 21:50 UTC}. */
    public String minute(Instant at) {
        return formatted("minutePattern").format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 21:50 UTC}. */
    public String clock(Instant at) {
        return formatted("clockPattern").format(at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 26 Nov 2026}. */
    public String day(LocalDate date) {
        return formatted("dayPattern").format(date);
    }

    /** {@code 99.98%}, or a dash where it is not known. */
    public String percent(BigDecimal percentOrNull) {
        return percentOrNull == null ? "\u2013" : percent(percentOrNull, 2);
    }

    /** A share from 0 to 1 in whole percent, truncated. */
    public String wholePercent(BigDecimal share) {
        return percent(share.movePointRight(2), 0);
    }

    /** {@code 2 h 5 min}. */
    public String duration(Duration duration) {
        long minutes = Math.max(1, duration.toMinutes());
        if (minutes < 60) {
            return text("minutes", minutes);
        }
        if (minutes < 48 * 60) {
            String hours = text("hours", minutes / 60);
            return minutes % 60 == 0 ? hours : hours + " " + text("minutes", minutes % 60);
        }
        return count("days", minutes / (24 * 60));
    }

    private String percent(BigDecimal percent, int digits) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.DOWN);
        return text("percent", format.format(percent));
    }

    private DateTimeFormatter formatted(String key) {
        return DateTimeFormatter.ofPattern(text(key), locale);
    }
}
