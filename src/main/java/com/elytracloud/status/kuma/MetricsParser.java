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
import java.util.Map;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.http.ApiCallException;

/** Reads {@code /metrics} line by line and keeps only the lines about monitors, the version and the start. */
final class MetricsParser {
    /** In characters; the rest of a longer line is skipped. The longest recorded line has 500. */
    static final int MAX_LINE = 64 * 1024;

    private static final String ANNOUNCEMENT = "# HELP monitor_status ";
    private static final String STATUS = "monitor_status";
    private static final String RATIO = "monitor_uptime_ratio";
    private static final String VERSION = "app_version";
    private static final String START = "process_start_time_seconds";
    /** The family that Kuma writes last. */
    private static final String LAST = "expressjs_number_of_open_connections";
    /** What Uptime Kuma writes as the URL of a monitor that has none. */
    private static final String NO_URL = "https://";

    private static final Map<String, UptimeWindow> WINDOWS =
            Map.of("1d", UptimeWindow.LAST_24H, "30d", UptimeWindow.LAST_30D);
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);
    /** No ratio: takes the place of two that differ. */
    private static final BigDecimal CONFLICT = BigDecimal.ONE.negate();
    /** In characters, of the lines that are kept: three times what ten thousand monitors with the longest names have. */
    private static final long MAX_KEPT = 16 << 20;
    /** About what a ratio takes. */
    private static final int RATIO_SIZE = 128;

    private long kept;
    private boolean ofKuma;
    private boolean complete;
    private String version = "";
    private Instant startedAt = Instant.MIN;
    private final Map<MonitorId, Metrics.Line> monitors = new HashMap<>();
    private int nameless;
    private int unreadable;
    private final Map<MonitorId, Map<UptimeWindow, BigDecimal>> ratios = new HashMap<>();

    private MetricsParser() {}

    /**
     * Reads a body to its end.
     *
     * @throws EOFException if it ends in the middle of a line: a monitor that is missing would count as paused
     * @throws ApiCallException if it lists more monitors than the limit
     */
    static Metrics parse(InputStream body) throws IOException {
        MetricsParser parser = new MetricsParser();
        parser.readLines(new InputStreamReader(body, StandardCharsets.UTF_8));
        parser.ratios.values().forEach(windows -> windows.values().removeIf(CONFLICT::equals));
        return new Metrics(
                parser.ofKuma,
                parser.version,
                parser.startedAt,
                parser.monitors,
                parser.nameless,
                parser.unreadable,
                parser.complete,
                parser.ratios);
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

    private void readLine(String line) throws ApiCallException {
        if (isOf(STATUS, line)) {
            keep(line.length());
            readStatus(sample(STATUS, line));
        } else if (isOf(RATIO, line)) {
            readRatio(sample(RATIO, line));
        } else if (isOf(VERSION, line)) {
            version = sample(VERSION, line).labels().getOrDefault("version", "");
        } else if (isOf(START, line)) {
            KumaValues.number(sample(START, line).value())
                    .filter(seconds -> seconds.signum() > 0 && seconds.compareTo(LAST_SECOND) <= 0)
                    .ifPresent(seconds -> startedAt =
                            Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
        } else if (isOf(LAST, line)) {
            complete = true;
        } else if (line.startsWith(ANNOUNCEMENT)) {
            ofKuma = true;
        }
    }

    private void keep(int characters) throws ApiCallException {
        kept += characters;
        if (kept > MAX_KEPT) {
            throw ApiCallException.permanentFailure(
                    Reason.TOO_LARGE, "the lines about monitors have more than %d characters".formatted(MAX_KEPT));
        }
    }

    private static boolean isOf(String metric, String line) {
        return line.startsWith(metric)
                && line.length() > metric.length()
                && "{ \t".indexOf(line.charAt(metric.length())) >= 0;
    }

    // A value behind the end of a line that was cut is no value.
    private static Sample sample(String metric, String line) {
        Sample sample = Sample.parse(line, metric.length());
        return line.length() <= MAX_LINE ? sample : new Sample(sample.labels(), "");
    }

    private void readStatus(Sample sample) {
        MonitorState state = KumaValues.state(sample.value());
        String id = sample.labels().get("monitor_id");
        if (id != null && MonitorId.isValid(id)) {
            Monitor monitor = monitor(new MonitorId(id), sample.labels());
            monitors.merge(monitor.id(), new Metrics.Line(monitor, state), Metrics.Line::and);
        } else if (id != null || state == MonitorState.UNRECOGNISED) {
            unreadable++;
        } else {
            nameless++;
        }
    }

    private void readRatio(Sample sample) throws ApiCallException {
        UptimeWindow window = WINDOWS.get(sample.labels().getOrDefault("window", ""));
        String id = sample.labels().getOrDefault("monitor_id", "");
        if (window == null || !MonitorId.isValid(id)) {
            return;
        }
        keep(RATIO_SIZE);
        KumaValues.share(sample.value())
                .ifPresent(ratio -> ratios.computeIfAbsent(new MonitorId(id), any -> new EnumMap<>(UptimeWindow.class))
                        .merge(window, ratio, (one, other) -> one.compareTo(other) == 0 ? one : CONFLICT));
    }

    private static Monitor monitor(MonitorId id, Map<String, String> labels) {
        String url = NO_URL.equals(labels.get("monitor_url")) ? "" : value("monitor_url", labels);
        String host = value("monitor_hostname", labels);
        String port = value("monitor_port", labels);
        String target = host.isEmpty() || port.isEmpty() ? host : host + ":" + port;
        String type = value("monitor_type", labels);
        String name = labels.getOrDefault("monitor_name", "");
        return new Monitor(id, KumaValues.kind(type), type, name, url.isEmpty() ? target : url, "");
    }

    private static String value(String label, Map<String, String> labels) {
        String value = labels.getOrDefault(label, "");
        return value.equals("null") ? "" : value;
    }
}
