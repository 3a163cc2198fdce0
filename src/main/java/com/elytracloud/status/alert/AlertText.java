package com.elytracloud.status.alert;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.OpenAlert;
import com.elytracloud.status.run.SecretGuard;

/** A message in plain words, for someone who was asleep: what happened, since when, what visitors see, what to do. */
record AlertText(String title, String body, String detail) {
    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm 'UTC'", Locale.ROOT).withZone(ZoneOffset.UTC);

    /** The text of an alert; a detail that contains a secret is withheld, the other texts are ours and contain none. */
    static AlertText of(Alert alert, AlertMessages messages, SecretGuard guard) {
        OpenAlert incident = alert.incident();
        String happened = messages.happened(alert.type());
        String title = messages.text("title." + word(alert.kind()), happened);
        String since = time(incident.since());
        String lasted = messages.duration(Duration.between(incident.since(), alert.at()));
        return switch (alert.kind()) {
            case TEST -> new AlertText(title, messages.text("body.test", time(alert.at())), "");
            case RESOLVED -> new AlertText(title, messages.text("body.resolved", since, lasted), "");
            case OPENED, REMINDER -> {
                boolean leaks = guard.findsSecretIn(incident.detail());
                String shown = leaks ? messages.text("withheld") : incident.detail();
                String visitors = messages.visitors(alert.type());
                String first = messages.first(alert.type());
                String body = messages.text("body.open", happened, since, lasted, visitors, first);
                yield new AlertText(title, shown.isEmpty() ? body : body + messages.text("detail", shown), shown);
            }
        };
    }

    /** The text for the generic webhook. */
    AlertApi.Event event(Alert alert) {
        return new AlertApi.Event(
                1,
                word(alert.kind()),
                alert.kind() == Kind.TEST ? "test" : word(alert.type()),
                alert.kind() != Kind.TEST && alert.type().isCritical(),
                whole(alert.incident().since()),
                whole(alert.at()),
                title,
                body,
                detail);
    }

    private static String word(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }

    private static String whole(Instant at) {
        return at.truncatedTo(ChronoUnit.SECONDS).toString();
    }

    private static String time(Instant at) {
        return CLOCK.format(at);
    }
}
