package com.elytracloud.status.publish;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.elytracloud.status.domain.MonitorClass;
import com.elytracloud.status.domain.PlatformStatus;
import com.elytracloud.status.domain.Transition;
import com.elytracloud.status.domain.UptimeCell;

/** How the state writes what it holds hundreds of: each a few characters, and back. */
final class ShortForms {
    static final long HOUR = 3_600;

    private static final int BASE = 36;
    private static final Pattern COUNTS = Pattern.compile("([0-9a-z]{1,11}|)(,([0-9a-z]{1,11}|)){0,3}");
    private static final Pattern FIGURE = Pattern.compile("([0-9a-z]{1,3}) ((?:0|1)(?:\\.\\d{1,40})?)");
    private static final Pattern TRANSITION = Pattern.compile("(\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:\\d\\dZ) (.)(.)");
    /** A thousand times what ten thousand monitors of the greatest weight count in a day: sums stay within a long. */
    private static final long MOST = 10_000_000_000_000_000L;

    private static final Map<Character, PlatformStatus> STATUSES = Map.of(
            'O', PlatformStatus.OPERATIONAL,
            'D', PlatformStatus.DEGRADED,
            'X', PlatformStatus.OUTAGE,
            'U', PlatformStatus.UNKNOWN);

    private ShortForms() {}

    static String of(PlatformStatus status) {
        return switch (status) {
            case OPERATIONAL -> "O";
            case DEGRADED -> "D";
            case OUTAGE -> "X";
            case UNKNOWN -> "U";
        };
    }

    static PlatformStatus status(String text) {
        PlatformStatus status = text.length() == 1 ? STATUSES.get(text.charAt(0)) : null;
        return known(status, "a status");
    }

    static String of(MonitorClass monitorClass) {
        return switch (monitorClass) {
            case UP -> "U";
            case DOWN -> "D";
            case MAINTENANCE -> "M";
            case UNKNOWN -> "X";
        };
    }

    static MonitorClass monitorClass(String text) {
        return known(
                Stream.of(MonitorClass.values())
                        .filter(one -> of(one).equals(text))
                        .findFirst()
                        .orElse(null),
                "a class");
    }

    /** Up, down, maintenance and what was expected beyond them, to the base of 36, without zeros at the end. */
    static String of(UptimeCell cell) {
        long unseen = cell.expected() - cell.up() - cell.down() - cell.maintenance();
        return Stream.of(cell.up(), cell.down(), cell.maintenance(), unseen)
                .map(count -> count == 0 ? "" : Long.toString(count, BASE))
                .collect(Collectors.joining(","))
                .replaceFirst(",+$", "");
    }

    static UptimeCell cell(String text) {
        refuse(!COUNTS.matcher(text).matches(), "a cell");
        String[] counts = text.split(",", -1);
        long up = count(counts, 0);
        long down = count(counts, 1);
        long maintenance = count(counts, 2);
        return new UptimeCell(up, down, maintenance, up + down + maintenance + count(counts, 3));
    }

    /** The second of its hour, to the base of 36, and the share with every digit it has. */
    static String figure(Instant at, BigDecimal share) {
        return Long.toString(Math.floorMod(at.getEpochSecond(), HOUR), BASE) + " " + share.toPlainString();
    }

    static Figure figure(String text, long hour) {
        var matcher = FIGURE.matcher(text);
        refuse(!matcher.matches(), "a figure");
        long second = Long.parseLong(matcher.group(1), BASE);
        refuse(second >= HOUR, "a figure");
        return new Figure(Instant.ofEpochSecond(hour * HOUR + second), new BigDecimal(matcher.group(2)));
    }

    static String of(Transition transition) {
        return "%s %s%s".formatted(wholeSeconds(transition.at()), of(transition.from()), of(transition.to()));
    }

    static Transition transition(String text) {
        var matcher = TRANSITION.matcher(text);
        refuse(!matcher.matches(), "a transition");
        return new Transition(Instant.parse(matcher.group(1)), status(matcher.group(2)), status(matcher.group(3)));
    }

    static Instant wholeSeconds(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond());
    }

    private static long count(String[] counts, int index) {
        if (index >= counts.length || counts[index].isEmpty()) {
            return 0;
        }
        long count = Long.parseLong(counts[index], BASE);
        refuse(count > MOST, "a cell");
        return count;
    }

    private static <T> T known(T value, String what) {
        refuse(value == null, what);
        return value;
    }

    private static void refuse(boolean wrong, String what) {
        if (wrong) {
            throw new IllegalArgumentException(what + " is malformed");
        }
    }

    /** One of the source's own figures and the instant it ended at. */
    record Figure(Instant at, BigDecimal share) {}
}
