package com.elytracloud.status.kuma;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;

/**
 * Kuma's {@code yyyy-MM-dd HH:mm:ss}, on SQLite with {@code .SSS}: UTC without a marker, whatever the server's zone.
 *
 * <p>By hand, because 100,000 of them come with 1,000 monitors and a formatter makes ten objects of each.
 */
final class BeatTime {
    /** In place of a time that is none. */
    static final long UNREADABLE = Long.MIN_VALUE;

    private static final String FORM = "0000-00-00 00:00:00.000";
    private static final int WITHOUT_MILLIS = 19;
    private static final long MILLIS_OF_A_DAY = 86_400_000;

    private BeatTime() {}

    /** Milliseconds since 1970, or {@link #UNREADABLE}. */
    static long epochMillis(char[] text, int from, int length) {
        if (!hasForm(text, from, length)) {
            return UNREADABLE;
        }
        try {
            long day = LocalDate.of(number(text, from, 4), number(text, from + 5, 2), number(text, from + 8, 2))
                    .toEpochDay();
            int second = LocalTime.of(
                            number(text, from + 11, 2), number(text, from + 14, 2), number(text, from + 17, 2))
                    .toSecondOfDay();
            long millis = length == WITHOUT_MILLIS ? 0 : number(text, from + 20, 3);
            return day * MILLIS_OF_A_DAY + second * 1000L + millis;
        } catch (DateTimeException e) {
            return UNREADABLE; // such as the 31st of November
        }
    }

    private static boolean hasForm(char[] text, int from, int length) {
        if (length != FORM.length() && length != WITHOUT_MILLIS) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char form = FORM.charAt(i);
            char c = text[from + i];
            if (form == '0' ? c < '0' || c > '9' : c != form) {
                return false;
            }
        }
        return true;
    }

    private static int number(char[] text, int from, int digits) {
        int number = 0;
        for (int i = from; i < from + digits; i++) {
            number = 10 * number + (text[i] - '0');
        }
        return number;
    }
}
