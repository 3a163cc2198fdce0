package com.elytracloud.status.alert;

import java.text.MessageFormat;
import java.time.Duration;
import java.util.Locale;
import java.util.ResourceBundle;

import com.elytracloud.status.domain.AlertType;

/** The texts of alerts in one language, from {@code messages_en.properties} or its siblings. */
final class AlertMessages {
    private final ResourceBundle texts;

    AlertMessages(Locale language) {
        texts = ResourceBundle.getBundle(AlertMessages.class.getPackageName() + ".messages", language);
    }

    /** A text in which {@code {0}}, {@code {1}} … are replaced. */
    String text(String key, String... values) {
        return MessageFormat.format(texts.getString(key), (Object[]) values);
    }

    /** A sentence without its full stop; also the title. */
    String happened(AlertType alert) {
        return part(alert, "happened");
    }

    /** What the public sees of it. */
    String visitors(AlertType alert) {
        return part(alert, "visitors");
    }

    /** What to check before anything else. */
    String first(AlertType alert) {
        return part(alert, "first");
    }

    String duration(Duration duration) {
        return duration.toHours() > 0
                ? text("hours", String.valueOf(duration.toHours()), String.valueOf(duration.toMinutesPart()))
                : text("minutes", String.valueOf(duration.toMinutes()));
    }

    private String part(AlertType alert, String part) {
        return texts.getString(alert.name().toLowerCase(Locale.ROOT) + "." + part);
    }
}
