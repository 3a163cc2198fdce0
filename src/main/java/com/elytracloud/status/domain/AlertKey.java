package com.elytracloud.status.domain;

import java.util.Comparator;

/**
 * What an incident is about.
 *
 * @param subject which of several, such as a customer; empty where there is only one
 */
public record AlertKey(AlertType type, String subject) implements Comparable<AlertKey> {
    private static final Comparator<AlertKey> ORDER =
            Comparator.comparing(AlertKey::type).thenComparing(AlertKey::subject);

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }
}
