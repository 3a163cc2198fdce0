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
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A language of the public site ({@code SITE_LANGUAGE}): its texts by key, and its forms of times, numbers and counts. */
@SuppressWarnings("ImmutableEnumChecker") // the texts are read once and never changed
public enum Language {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d)}");

    private final Locale locale;
    private final Map<String, String> texts = new TreeMap<>();

    Language(Locale locale) {
        this.locale = locale;
        Properties bundle = new Properties();
        try {
            bundle.load(new StringReader(Resources.text("messages_%s.properties".formatted(code()))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        bundle.forEach((key, text) -> texts.put((String) key, (String) text));
    }

    /** The code as in {@code lang} attributes: en or de. */
    public String code() {
        return locale.getLanguage();
    }

    /** The code as Open Graph writes it: en_GB. */
    public String tag() {
        return locale.toString();
    }

    /** All texts by key. */
    Map<String, String> all() {
        return Collections.unmodifiableMap(texts);
    }

    /**
     * One text; {@code {0}}, {@code {1}} … are replaced as far as there are values.
     *
     * @throws IllegalArgumentException if there is none of this key
     */
    public String text(String key, Object... values) {
        String text = texts.get(key);
        if (text == null) {
            throw new IllegalArgumentException("no text of the key " + key);
        }
        return PLACEHOLDER.matcher(text).replaceAll(found -> {
            int index = Integer.parseInt(found.group(1));
            return Matcher.quoteReplacement(index < values.length ? String.valueOf(values[index]) : found.group());
        });
    }

    /** The word of this kind for a constant: {@code progress.in_progress}. */
    public String word(String kind, Enum<?> constant) {
        return text(kind + "." + constant.name().toLowerCase(Locale.ROOT));
    }

    /** A count with its noun; the bundle has {@code <key>One} and {@code <key>Many}. */
    public String count(String key, int count) {
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
        return count("days", (int) (minutes / (24 * 60)));
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
