package com.elytracloud.status.site;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.MessageFormat;
import java.text.NumberFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.ResourceBundle;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.config.SiteLanguage;

/** A language of the public site ({@code SITE_LANGUAGE}): its texts by key, and its forms of times, numbers and counts. */
@SuppressWarnings("ImmutableEnumChecker") // the texts are read once and never changed
public enum Language {
    EN(Locale.UK),
    DE(Locale.GERMANY);

    private final Locale locale;
    private final ResourceBundle texts;

    Language(Locale locale) {
        this.locale = locale;
        texts = SiteLanguage.bundle(locale);
    }

    /** The code as in {@code lang} attributes: en or de. */
    public String code() {
        return locale.getLanguage();
    }

    /** The code as Open Graph writes it: en_GB. */
    public String tag() {
        return locale.toString();
    }

    /** The texts whose keys begin with this, in order, by the rest of their keys. */
    Map<String, String> all(String prefix) {
        return texts.keySet().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(
                        key -> key.substring(prefix.length()), texts::getString, (a, b) -> a, TreeMap::new));
    }

    /**
     * One text; with values it is a {@link MessageFormat}, in which {@code {0}}, {@code {1}} … are replaced.
     *
     * @throws MissingResourceException if there is none of this key
     */
    public String text(String key, Object... values) {
        String text = texts.getString(key);
        return values.length == 0
                ? text
                : MessageFormat.format(
                        text, Stream.of(values).map(String::valueOf).toArray());
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
        return formatted("minutePattern", at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 21:50 UTC}. */
    public String clock(Instant at) {
        return formatted("clockPattern", at.atOffset(ZoneOffset.UTC));
    }

    /** {@code 26 Nov 2026}. */
    public String day(LocalDate date) {
        return formatted("dayPattern", date);
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
        if (minutes >= 48 * 60) {
            return count("days", (int) duration.toDays());
        }
        String hours = minutes < 60 ? "" : text("hours", minutes / 60);
        String rest = minutes % 60 == 0 ? "" : text("minutes", minutes % 60);
        return (hours + " " + rest).strip();
    }

    private String percent(BigDecimal percent, int digits) {
        NumberFormat format = NumberFormat.getInstance(locale);
        format.setMinimumFractionDigits(digits);
        format.setMaximumFractionDigits(digits);
        format.setRoundingMode(RoundingMode.DOWN);
        return text("percent", format.format(percent));
    }

    private String formatted(String key, TemporalAccessor time) {
        return DateTimeFormatter.ofPattern(text(key), locale).format(time);
    }
}
