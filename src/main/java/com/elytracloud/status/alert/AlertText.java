package com.elytracloud.status.alert;

import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.ResourceBundle;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.run.SecretGuard;

/**
 * A message in plain words, for someone who was asleep: what happened, since when, what visitors see, what to do. The
 * texts are in {@code messages_en.properties} and its siblings.
 */
record AlertText(String title, String body, String detail) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The text of an alert; a detail that contains a secret is withheld, the other texts are ours and contain none. */
    static AlertText of(Alert alert, Locale language, SecretGuard guard) {
        ResourceBundle texts = ResourceBundle.getBundle(AlertText.class.getPackageName() + ".messages", language);
        OpenAlert incident = alert.incident();
        String type = word(alert.type());
        String happened = texts.getString(type + ".happened");
        String title = text(texts, "title." + word(alert.kind()), happened);
        String since = CLOCK.format(incident.since());
        String lasted = duration(texts, Duration.between(incident.since(), alert.at()));
        return switch (alert.kind()) {
            case TEST -> new AlertText(title, text(texts, "body.test", CLOCK.format(alert.at())), "");
            case RESOLVED -> new AlertText(title, text(texts, "body.resolved", since, lasted), "");
            case OPENED, REMINDER -> {
                boolean leaks = guard.findsSecretIn(incident.detail());
                String shown = leaks ? texts.getString("withheld") : incident.detail();
                String visitors = texts.getString(type + ".visitors");
                String first = texts.getString(type + ".first");
                String body = text(texts, "body.open", happened, since, lasted, visitors, first);
                yield new AlertText(title, shown.isEmpty() ? body : body + text(texts, "detail", shown), shown);
            }
        };
    }

    /** The text for the generic webhook. */
    AlertApi.Event event(Alert alert) {
        boolean isTest = alert.kind() == Kind.TEST;
        return new AlertApi.Event(
                1,
                word(alert.kind()),
                isTest ? "test" : word(alert.type()),
                !isTest && alert.type().isCritical(),
                whole(alert.incident().since()),
                whole(alert.at()),
                title,
                body,
                detail);
    }

    /** A text in which {@code {0}}, {@code {1}} … are replaced. */
    private static String text(ResourceBundle texts, String key, Object... values) {
        return MessageFormat.format(texts.getString(key), values);
    }

    private static String duration(ResourceBundle texts, Duration duration) {
        String minutes = String.valueOf(duration.toMinutesPart());
        return duration.toHours() > 0
                ? text(texts, "hours", String.valueOf(duration.toHours()), minutes)
                : text(texts, "minutes", minutes);
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }
}
