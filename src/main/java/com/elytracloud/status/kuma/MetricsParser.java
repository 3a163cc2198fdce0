package com.elytracloud.status.kuma;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorReading;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.http.ApiCallException;

/** Reads {@code /metrics} line by line and keeps only the lines about monitors, the version and the start. */
final class MetricsParser {
    /** In characters; the rest of a longer line is skipped. The longest recorded line has 500. */
    static final int MAX_LINE = 64 * 1024;

    private static final Pattern NAME = Pattern.compile("\\w+(?=[{ \t])");

    private static final Map<String, UptimeWindow> WINDOWS =
            Map.of("1d", UptimeWindow.LAST_24H, "30d", UptimeWindow.LAST_30D);
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);
    /** No ratio: takes the place of two that differ. */
    private static final BigDecimal CONFLICT = BigDecimal.ONE.negate();

    private boolean isKuma;
    private boolean isComplete;
    private String version = "";
    private Instant startedAt = Instant.MIN;
    private int nameless;
    private int unreadable;
    private final Map<MonitorId, Monitor> monitors = new HashMap<>();
    private final Map<MonitorId, Monitor.State> states = new HashMap<>();
    private final Map<MonitorId, Map<UptimeWindow, BigDecimal>> ratios = new HashMap<>();

    private MetricsParser() {}

    /**
     * Reads a body to its end.
     *
     * @throws EOFException if it was cut off, even if the connection reports no error: monitors that are missing would
     *     count as paused
     * @throws ApiCallException if it is not that of Uptime Kuma
     */
    static Metrics parse(InputStream body) throws IOException {
        MetricsParser parser = new MetricsParser();
        parser.readLines(new InputStreamReader(body, StandardCharsets.UTF_8));
        // Kuma announces its metrics even without a monitor.
        if (!parser.isKuma) {
            throw ApiCallException.permanentFailure(Reason.WRONG_SERVICE, "the metrics are not those of Uptime Kuma");
        }
        if (!parser.isComplete) {
            throw new EOFException("the metrics end before their last family");
        }
        Map<MonitorId, MonitorReading> readings = new HashMap<>();
        parser.monitors.forEach((id, monitor) -> readings.put(id, parser.reading(monitor)));
        return new Metrics(parser.version, parser.startedAt, readings, parser.nameless, parser.unreadable);
    }

    // A push brings a new state but not a new share: the metrics show a share of long ago, or of the last outage.
    private MonitorReading reading(Monitor monitor) {
        Map<UptimeWindow, BigDecimal> uptime = new EnumMap<>(UptimeWindow.class);
        if (monitor.kind() != Monitor.Kind.PUSH) {
            uptime.putAll(ratios.getOrDefault(monitor.id(), Map.of()));
            uptime.values().removeIf(CONFLICT::equals);
        }
        return new MonitorReading(monitor, true, states.get(monitor.id()), List.of(), uptime);
    }

    // Not by a BufferedReader: Uptime Kuma leaves a raw CR of a monitor's name in the line, and a line may be endless.
    private void readLines(Reader in) throws IOException {
        char[] chunk = new char[8192];
        StringBuilder line = new StringBuilder();
        for (int length = in.read(chunk); length >= 0; length = in.read(chunk)) {
            for (int i = 0; i < length; i++) {
                if (chunk[i] == '\n') {
                    readLine(line.toString());
                    line.setLength(0);
                } else if (line.length() <= MAX_LINE) {
                    line.append(chunk[i]);
                }
            }
        }
        if (!line.isEmpty()) {
            throw new EOFException("the stream ends in the middle of a line");
        }
    }

    private void readLine(String line) {
        Matcher name = NAME.matcher(line);
        switch (name.lookingAt() ? name.group() : "") {
            case "monitor_status" -> readStatus(sample(line, name.end()));
            case "monitor_uptime_ratio" -> readRatio(sample(line, name.end()));
            case "app_version" -> version = sample(line, name.end()).label("version");
            case "process_start_time_seconds" -> readStart(sample(line, name.end()));
            case "expressjs_number_of_open_connections" -> isComplete = true; // Kuma writes it last
            default -> isKuma |= line.startsWith("# HELP monitor_status ");
        }
    }

    // A value behind the end of a line that was cut is no value.
    private static Sample sample(String line, int from) {
        Sample sample = Sample.parse(line, from);
        return line.length() <= MAX_LINE ? sample : new Sample(sample.labels(), "");
    }

    private void readStart(Sample sample) {
        KumaValues.number(sample.value())
                .filter(seconds -> seconds.signum() > 0 && seconds.compareTo(LAST_SECOND) <= 0)
                .ifPresent(seconds -> startedAt =
                        Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
    }

    // Two lines of one id: Kuma 2.1.0 to 2.2.1 lists a tagged push monitor twice, and any version one that was renamed.
    // If they differ, neither is used.
    private void readStatus(Sample sample) {
        Monitor.State state = KumaValues.state(sample.value());
        if (MonitorId.isValid(sample.label("monitor_id"))) {
            Monitor monitor = sample.monitor();
            monitors.putIfAbsent(monitor.id(), monitor);
            states.merge(monitor.id(), state, (one, other) -> one == other ? one : Monitor.State.UNRECOGNISED);
        } else if (sample.labels().containsKey("monitor_id") || state == Monitor.State.UNRECOGNISED) {
            unreadable++;
        } else {
            nameless++;
        }
    }

    private void readRatio(Sample sample) {
        UptimeWindow window = WINDOWS.get(sample.label("window"));
        String id = sample.label("monitor_id");
        if (window != null && MonitorId.isValid(id)) {
            KumaValues.share(sample.value()).ifPresent(ratio -> ratios.computeIfAbsent(
                            new MonitorId(id), any -> new EnumMap<>(UptimeWindow.class))
                    .merge(window, ratio, (one, other) -> one.compareTo(other) == 0 ? one : CONFLICT));
        }
    }
}
