package com.elytracloud.status.domain;

import java.util.Comparator;
import java.util.Objects;

/**
 * What an incident is about.
 *
 * @param subject which of several, such as a customer; empty where there is only one
 */
public record AlertKey(AlertType trouble, String subject) implements Comparable<AlertKey> {
    private static final Comparator<AlertKey> ORDER =
            Comparator.comparing(AlertKey::trouble).thenComparing(AlertKey::subject);

    public AlertKey {
        Objects.requireNonNull(trouble, "trouble");
        Objects.requireNonNull(subject, "subject");
    }

    @Override
    public int compareTo(AlertKey other) {
        return ORDER.compare(this, other);
    }
}
