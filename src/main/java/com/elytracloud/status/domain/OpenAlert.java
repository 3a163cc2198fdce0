package com.elytracloud.status.domain;

import java.time.Instant;
import java.util.Comparator;

/**
 * An alert that is open, or whose end was not reported yet.
 *
 * @param since when it was first seen
 * @param seen how many checks in a row observed it; 0 once it is over
 * @param told how many messages about it were sent
 * @param toldAt when the last of them did; {@link Instant#MIN} if none
 * @param detail what was observed last
 */
public record OpenAlert(Key key, Instant since, int seen, int told, Instant toldAt, String detail) {
    public OpenAlert {
        if (seen < 0 || told < 0) {
            throw new IllegalArgumentException(
                    "the counts must not be negative, but are %d and %d".formatted(seen, told));
        }
    }

    public static OpenAlert first(AlertSignal signal, Instant at) {
        return new OpenAlert(signal.key(), at, 1, 0, Instant.MIN, signal.detail());
    }

    public AlertType type() {
        return key.type();
    }

    /** Whether it is over and only its end is left to report. */
    public boolean isOver() {
        return seen == 0;
    }

    public boolean isKnown() {
        return told > 0;
    }

    public OpenAlert again(String newest) {
        return new OpenAlert(key, since, seen + 1, told, toldAt, newest);
    }

    public OpenAlert over() {
        return new OpenAlert(key, since, 0, told, toldAt, detail);
    }

    public OpenAlert toldAt(Instant at) {
        return new OpenAlert(key, since, seen, told + 1, at, detail);
    }

    /**
     * What an alert is about.
     *
     * @param subject which of several, such as a customer; empty where there is only one
     */
    public record Key(AlertType type, String subject) implements Comparable<Key> {
        private static final Comparator<Key> ORDER =
                Comparator.comparing(Key::type).thenComparing(Key::subject);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }
}
