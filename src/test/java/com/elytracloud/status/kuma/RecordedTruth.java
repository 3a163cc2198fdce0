package com.elytracloud.status.kuma;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Status and uptime computed from the recorded text in the plainest way, with what is known of the recorded servers. */
record RecordedTruth(String status, Map<String, BigDecimal> uptime) {
    /** Every other monitor is checked once a minute or more often. */
    private static final Map<String, Duration> SLOW = Map.of("47", Duration.ofMinutes(20), "49", Duration.ofDays(1));

    private static final Pattern STATUS = Pattern.compile("\nmonitor_status\\{([^\n]*)} (\\d)");
    private static final Pattern RATIO =
            Pattern.compile("\nmonitor_uptime_ratio\\{([^\n]*)window=\"(1d|30d)\"} ([0-9.e-]+)");
    private static final Pattern ID = Pattern.compile("monitor_id=\"(\\d+)\"");
    private static final Pattern START = Pattern.compile("\nprocess_start_time_seconds (\\d+)");

    static RecordedTruth of(RecordedStatusTest.Answers answers) {
        Map<String, Character> classes = new TreeMap<>();
        Map<String, BigDecimal> lastDay = new TreeMap<>();
        Map<String, BigDecimal> lastMonth = new TreeMap<>();
        if (answers.heartbeats() != null) {
            readPage(json(answers.heartbeats()), answers.now(), classes);
            json(answers.heartbeats())
                    .path("uptimeList")
                    .properties()
                    .forEach(each -> lastDay.put(
                            each.getKey().replace("_24", ""), each.getValue().decimalValue()));
        }
        if (answers.metrics() != null) {
            if (isStarting(answers)) {
                return new RecordedTruth("UNKNOWN", Map.of());
            }
            matches(STATUS, answers.metrics(), (id, line) -> {
                classes.put(id, "DUXM".charAt(line.group(2).charAt(0) - '0'));
                if (line.group(1).contains("monitor_type=\"group\"")) {
                    classes.remove(id);
                }
            });
            matches(RATIO, answers.metrics(), (id, line) -> {
                if (!line.group(1).contains("monitor_type=\"push\"")) {
                    (line.group(2).equals("1d") ? lastDay : lastMonth).put(id, new BigDecimal(line.group(3)));
                }
            });
        }
        if (answers.page() != null) {
            json(answers.page())
                    .path("publicGroupList")
                    .findValues("monitorList")
                    .forEach(list -> list.forEach(each -> {
                        if (each.path("type").asText().equals("group")) {
                            classes.remove(each.path("id").asText());
                        }
                    }));
        }
        Map<String, BigDecimal> uptime = new TreeMap<>();
        put(uptime, "24h", classes, lastDay);
        put(uptime, "30d", classes, lastMonth);
        return new RecordedTruth(status(classes), uptime);
    }

    static Instant newestBeat(String heartbeats) {
        return json(heartbeats).findValues("time").stream()
                .map(RecordedTruth::time)
                .max(Instant::compareTo)
                .orElseThrow();
    }

    private static void readPage(JsonNode page, Instant now, Map<String, Character> classes) {
        Map<String, Character> stale = new TreeMap<>();
        page.path("heartbeatList").properties().forEach(monitor -> {
            JsonNode beats = monitor.getValue();
            if (beats.isEmpty()) {
                return;
            }
            JsonNode newest = beats.get(beats.size() - 1);
            Duration limit =
                    SLOW.getOrDefault(monitor.getKey(), Duration.ofSeconds(100)).multipliedBy(3);
            Duration overdue = Duration.between(time(newest.path("time")), now).minus(limit);
            char reported = "DUXM".charAt(newest.path("status").asInt());
            if (overdue.isNegative()) {
                classes.put(monitor.getKey(), reported);
            } else {
                boolean isOld = overdue.compareTo(Duration.ofHours(2)) > 0;
                stale.put(monitor.getKey(), isOld ? 'P' : reported == 'D' ? 'D' : 'X');
            }
        });
        // Old beats mean a paused monitor only while others are fresh.
        boolean isAnyFresh = !classes.isEmpty();
        stale.forEach((id, each) -> {
            if (each != 'P') {
                classes.put(id, each);
            } else if (!isAnyFresh) {
                classes.put(id, 'X');
            }
        });
    }

    private static String status(Map<String, Character> classes) {
        long all = classes.size();
        long down = count(classes, 'D');
        long maintenance = count(classes, 'M');
        long unknown = count(classes, 'X');
        if (all == 0 || (maintenance < all && 2 * unknown > all)) {
            return "UNKNOWN";
        }
        if (maintenance == all) {
            return "DEGRADED";
        }
        if (2 * down > all - maintenance) {
            return "OUTAGE";
        }
        if (down > 0 || 2 * maintenance >= all) {
            return "DEGRADED";
        }
        return 10 * unknown <= all ? "OPERATIONAL" : "UNKNOWN";
    }

    private static void put(
            Map<String, BigDecimal> uptime,
            String name,
            Map<String, Character> classes,
            Map<String, BigDecimal> ratios) {
        BigDecimal sum = BigDecimal.ZERO;
        int counted = 0;
        int expected = 0;
        for (Map.Entry<String, Character> each : classes.entrySet()) {
            BigDecimal ratio = ratios.get(each.getKey());
            if (ratio != null && (ratio.signum() > 0 || each.getValue() == 'D')) {
                sum = sum.add(ratio);
                counted++;
                expected++;
            } else if (each.getValue() != 'M') {
                expected++;
            }
        }
        if (counted > 0 && counted >= 0.75 * expected) {
            uptime.put(name, sum.movePointRight(2).divide(BigDecimal.valueOf(counted), 2, RoundingMode.DOWN));
        }
    }

    // A server that has just started lists its monitors one by one, up to a second each.
    private static boolean isStarting(RecordedStatusTest.Answers answers) {
        Matcher start = START.matcher(answers.metrics());
        long monitors = STATUS.matcher(answers.metrics()).results().count();
        return start.find()
                && Long.parseLong(start.group(1)) + 300 + monitors
                        > answers.now().getEpochSecond();
    }

    private static void matches(Pattern pattern, String text, BiConsumer<String, Matcher> found) {
        Matcher lines = pattern.matcher(text);
        while (lines.find()) {
            Matcher id = ID.matcher(lines.group(1));
            if (id.find()) {
                found.accept(id.group(1), lines);
            }
        }
    }

    private static long count(Map<String, Character> classes, char wanted) {
        return classes.values().stream().filter(each -> each == wanted).count();
    }

    private static Instant time(JsonNode text) {
        return Instant.parse(text.asText().replace(' ', 'T') + "Z");
    }

    private static JsonNode json(String text) {
        try {
            return new ObjectMapper()
                    .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                    .readTree(text);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }
}
