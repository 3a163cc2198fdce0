package com.elytracloud.status.domain;

/**
 * A monitor's id as its source gives it.
 *
 * @param value 1 to 64 letters, digits, {@code -} or {@code _}; Uptime Kuma's are whole numbers
 */
public record MonitorId(String value) implements Comparable<MonitorId> {
    private static final int MAX_LENGTH = 64;

    public MonitorId {
        if (!isValid(value)) {
            throw new IllegalArgumentException(
                    "a monitor id has 1 to %d letters, digits, - or _".formatted(MAX_LENGTH));
        }
    }

    public static boolean isValid(String value) {
        return !value.isEmpty() && value.length() <= MAX_LENGTH && value.chars().allMatch(MonitorId::isIdCharacter);
    }

    private static boolean isIdCharacter(int c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '-' || c == '_';
    }

    /** Shorter first, so that whole numbers sort as numbers. */
    @Override
    public int compareTo(MonitorId other) {
        int byLength = Integer.compare(value.length(), other.value.length());
        return byLength != 0 ? byLength : value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
