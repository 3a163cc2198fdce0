package com.elytracloud.status.domain;

import java.util.Comparator;
import java.util.regex.Pattern;

/**
 * A monitor's id as its source gives it.
 *
 * @param value 1 to 64 letters, digits, {@code -} or {@code _}; Uptime Kuma's are whole numbers
 */
public record MonitorId(String value) implements Comparable<MonitorId> {
    private static final Pattern VALID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    /** Shorter first, so that whole numbers sort as numbers. */
    private static final Comparator<String> ORDER =
            Comparator.comparing(String::length).thenComparing(Comparator.naturalOrder());

    public MonitorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a monitor id has 1 to 64 letters, digits, - or _");
        }
    }

    public static boolean isValid(String value) {
        return VALID.matcher(value).matches();
    }

    @Override
    public int compareTo(MonitorId other) {
        return ORDER.compare(value, other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
