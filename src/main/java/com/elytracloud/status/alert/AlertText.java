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

    private static final String WITHHELD = "(withheld: it would have shown a secret)";

    static AlertText of(Alert alert) {
        OpenAlert incident = alert.incident();
        AlertMessages wording = AlertMessages.of(incident.trouble());
        String what = "%s%s".formatted(label(alert.kind()), wording.happened());
        if (alert.kind() == Kind.TEST) {
            return new AlertText(
                    "TEST: Elytra Status can reach you here",
                    "TEST. Nothing happened: someone tried the channels with \"elytra alerts test\" at %s.\n"
                            .formatted(time(alert.at())),
                    "");
        }
        if (alert.kind() == Kind.RESOLVED) {
            return new AlertText(
                    what,
                    "It is over. It was first seen at %s and lasted about %s.%n"
                            .formatted(time(incident.since()), length(incident.since(), alert.at())),
                    "");
        }
        return new AlertText(
                what,
                """
                What happened: %s.
                Since: %s (%s ago).
                What visitors see: %s
                What to check first: %s
                """.formatted(
                                wording.happened(),
                                time(incident.since()),
                                length(incident.since(), alert.at()),
                                wording.visitors(),
                                wording.first()),
                incident.detail());
    }

    /** The same alert without its detail if the detail contains a secret; the other texts are ours and contain none. */
    AlertText without(SecretGuard guard) {
        boolean leaks = guard.findsSecretIn(detail);
        String shown = leaks ? WITHHELD : detail;
        String more = shown.isEmpty() ? "" : "Detail: %s%n".formatted(shown);
        return new AlertText(title, body + more, shown);
    }

    /** The text for the generic webhook. */
    AlertApi.Event event(Alert alert) {
        return new AlertApi.Event(
                1,
                word(alert.kind()),
                alert.kind() == Kind.TEST ? "test" : word(alert.trouble()),
                alert.kind() != Kind.TEST && alert.trouble().isCritical(),
                whole(alert.incident().since()),
                whole(alert.at()),
                title,
                body,
                detail);
    }

    private static String label(Kind kind) {
        return switch (kind) {
            case OPENED -> "";
            case REMINDER -> "Still: ";
            case RESOLVED -> "Resolved: ";
            case TEST -> "TEST: ";
        };
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

    private static String length(Instant from, Instant to) {
        Duration length = Duration.between(from, to);
        return length.toHours() > 0
                ? "%d h %d min".formatted(length.toHours(), length.toMinutesPart())
                : "%d min".formatted(length.toMinutes());
    }
}
