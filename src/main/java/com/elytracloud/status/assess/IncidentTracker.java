package com.elytracloud.status.assess;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import com.elytracloud.status.domain.Alert;
import com.elytracloud.status.domain.Alert.Kind;
import com.elytracloud.status.domain.AlertSignal;
import com.elytracloud.status.domain.AlertState;
import com.elytracloud.status.domain.AlertType;
import com.elytracloud.status.domain.OpenAlert;

/**
 * Decides which alerts are sent and when: one message when an incident is certain, a reminder after one hour and then
 * every four hours, and one message when it is over. The number of messages per hour is limited.
 */
public final class IncidentTracker {
    /** The limit of messages per hour for one alert state; the last of them is reserved for critical alerts. */
    public static final int MOST_AN_HOUR = 6;

    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration NEXT_REMINDER = Duration.ofHours(4);
    /** Two checks confirm only that far apart, so that a burst of runs or a schedule of a minute does not raise more alerts. */
    private static final Duration CONFIRMED_AFTER = Duration.ofMinutes(4);
    /** Two schedulers of five minutes do not meet to the second. */
    private static final Duration JITTER = Duration.ofSeconds(90);

    private IncidentTracker() {}

    public static AlertState observe(AlertState book, List<AlertSignal> signals, Instant now) {
        Map<OpenAlert.Key, OpenAlert> incidents = new TreeMap<>();
        book.alerts().forEach(alert -> incidents.put(alert.key(), alert));
        for (AlertSignal signal : signals) {
            // If it comes back before its end was reported, it continues as the same incident.
            incidents.compute(signal.key(), (key, known) -> {
                if (signal.isThere()) {
                    return known == null ? OpenAlert.first(signal, now) : known.again(signal.detail());
                }
                return known == null ? null : gone(known);
            });
        }
        // An alert that includes another one replaces it, so that neither its start nor its end is reported twice.
        List<AlertType> there = incidents.values().stream()
                .filter(incident -> !incident.isOver() && isCertain(incident, now))
                .map(OpenAlert::type)
                .toList();
        incidents.keySet().removeIf(each -> there.stream().anyMatch(greater -> greater.includes(each.type())));
        List<Instant> sent = book.sent().stream()
                .filter(at -> at.isAfter(now.minus(HOUR)) && !at.isAfter(now))
                .toList();
        return new AlertState(List.copyOf(incidents.values()), sent, book.newest());
    }

    /** The alerts to send now, the most critical first, within the hourly limit; the others are sent later. */
    public static List<Alert> due(AlertState book, Instant now) {
        int left = MOST_AN_HOUR - book.sent().size();
        List<Alert> candidates = book.alerts().stream()
                .flatMap(incident -> next(incident, now).stream())
                .sorted(Comparator.comparing((Alert alert) -> !alert.type().isCritical())
                        .thenComparing(Alert::kind)
                        .thenComparing(alert -> alert.incident().since())
                        .thenComparing(alert -> alert.incident().key()))
                .toList();
        List<Alert> due = new ArrayList<>();
        for (Alert alert : candidates) {
            if (left - due.size() > (alert.type().isCritical() ? 0 : 1)) {
                due.add(alert);
            }
        }
        return due;
    }

    /** Enters that a message went out. */
    public static AlertState told(AlertState book, Alert alert) {
        List<OpenAlert> alerts = new ArrayList<>(book.alerts());
        if (alert.kind() == Kind.RESOLVED) {
            alerts.remove(alert.incident());
        } else {
            alerts.replaceAll(each -> each.equals(alert.incident()) ? each.toldAt(alert.at()) : each);
        }
        List<Instant> sent = new ArrayList<>(book.sent());
        sent.add(alert.at());
        return new AlertState(alerts, sent, book.newest());
    }

    // No end is reported for an incident that was never reported.
    private static OpenAlert gone(OpenAlert known) {
        return !known.isKnown() || !known.type().isLasting() ? null : known.over();
    }

    private static Optional<Alert> next(OpenAlert incident, Instant now) {
        Duration pause = incident.told() == 1 ? HOUR : NEXT_REMINDER;
        if (incident.isOver()) {
            return Optional.of(new Alert(Kind.RESOLVED, incident, now));
        }
        if (!incident.isKnown()) {
            return Optional.of(new Alert(Kind.OPENED, incident, now)).filter(any -> isCertain(incident, now));
        }
        return Optional.of(new Alert(Kind.REMINDER, incident, now))
                .filter(alert -> alert.type().isLasting())
                .filter(any -> !now.isBefore(incident.toldAt().plus(pause).minus(JITTER)));
    }

    private static boolean isCertain(OpenAlert incident, Instant now) {
        AlertType type = incident.type();
        Duration lasted = Duration.between(incident.since(), now);
        return incident.seen() >= type.confirmations()
                && lasted.compareTo(type.patience()) >= 0
                && (type.confirmations() < 2 || lasted.compareTo(CONFIRMED_AFTER) >= 0);
    }
}
