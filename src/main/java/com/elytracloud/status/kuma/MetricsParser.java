package com.elytracloud.status.kuma;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.domain.Monitor;
import com.elytracloud.status.domain.MonitorId;
import com.elytracloud.status.domain.MonitorState;
import com.elytracloud.status.domain.UptimeWindow;
import com.elytracloud.status.http.ApiCallException;

/** Reads {@code /metrics} line by line and keeps only the lines about monitors, the version and the start. */
final class MetricsParser {
    private static final String ANNOUNCEMENT = "# HELP monitor_status ";
    private static final String STATUS = "monitor_status";
    private static final String RATIO = "monitor_uptime_ratio";
    private static final String VERSION = "app_version";
    private static final String START = "process_start_time_seconds";
    /** The family that Kuma writes last. */
    private static final String LAST = "expressjs_number_of_open_connections";

    private static final Map<String, UptimeWindow> WINDOWS =
            Map.of("1d", UptimeWindow.LAST_24H, "30d", UptimeWindow.LAST_30D);
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);
    /** No ratio: takes the place of two that differ. */
    private static final BigDecimal CONFLICT = BigDecimal.ONE.negate();
    /** In characters, of the lines that are kept: three times what ten thousand monitors with the longest names have. */
    private static final long MAX_KEPT = 16 << 20;
    /** About what a ratio takes. */
    private static final int RATIO_SIZE = 128;

    private final LineFeedReader lines;
    private long kept;
    private boolean ofKuma;
    private boolean complete;
    private String version = "";
    private Instant startedAt = Instant.MIN;
    private final Map<MonitorId, MonitorLine> monitors = new HashMap<>();
    private int nameless;
    private int unreadable;
    private final Map<MonitorId, Map<UptimeWindow, BigDecimal>> ratios = new HashMap<>();

    private MetricsParser(InputStream body) {
        lines = new LineFeedReader(body);
    }

    /**
     * Reads a body to its end.
     *
     * @throws EOFException if it ends in the middle of a line: a monitor that is missing would count as paused
     * @throws ApiCallException if it lists more monitors than the limit
     */
    static Metrics parse(InputStream body) throws IOException {
        return new MetricsParser(body).parse();
    }

    private Metrics parse() throws IOException {
        while (lines.next()) {
            readLine(lines.line());
            if (kept > MAX_KEPT) {
                throw ApiCallException.permanentFailure(
                        Reason.TOO_LARGE, "the lines about monitors have more than %d characters".formatted(MAX_KEPT));
            }
        }
        ratios.values().forEach(windows -> windows.values().removeIf(CONFLICT::equals));
        return new Metrics(ofKuma, version, startedAt, monitors, nameless, unreadable, complete, ratios);
    }

    private void readLine(String line) {
        if (isOf(STATUS, line)) {
            kept += line.length();
            readStatus(sample(STATUS, line));
        } else if (isOf(RATIO, line)) {
            readRatio(sample(RATIO, line));
        } else if (isOf(VERSION, line)) {
            version = sample(VERSION, line).labels().getOrDefault("version", "");
        } else if (isOf(START, line)) {
            readStart(sample(START, line));
        } else if (isOf(LAST, line)) {
            complete = true;
        } else if (line.startsWith(ANNOUNCEMENT)) {
            ofKuma = true;
        }
    }

    private static boolean isOf(String metric, String line) {
        return line.startsWith(metric)
                && line.length() > metric.length()
                && "{ \t".indexOf(line.charAt(metric.length())) >= 0;
    }

    // A value behind the end of a line that was cut is no value.
    private Sample sample(String metric, String line) {
        Sample sample = Sample.parse(line, metric.length());
        return lines.isWhole() ? sample : new Sample(sample.labels(), "");
    }

    private void readStatus(Sample sample) {
        MonitorState state = KumaStates.of(sample.value());
        Optional<Monitor> monitor = MonitorLabels.monitor(sample.labels());
        if (monitor.isPresent()) {
            monitors.merge(monitor.get().id(), new MonitorLine(monitor.get(), state), MonitorLine::and);
        } else if (sample.labels().containsKey("monitor_id") || state == MonitorState.UNRECOGNISED) {
            unreadable++;
        } else {
            nameless++;
        }
    }

    private void readRatio(Sample sample) {
        UptimeWindow window = WINDOWS.get(sample.labels().getOrDefault("window", ""));
        String id = sample.labels().getOrDefault("monitor_id", "");
        if (window == null || !MonitorId.isValid(id)) {
            return;
        }
        kept += RATIO_SIZE;
        Figures.share(sample.value())
                .ifPresent(ratio -> ratios.computeIfAbsent(new MonitorId(id), any -> new EnumMap<>(UptimeWindow.class))
                        .merge(window, ratio, (one, other) -> one.compareTo(other) == 0 ? one : CONFLICT));
    }

    private void readStart(Sample sample) {
        Figures.number(sample.value())
                .filter(seconds -> seconds.signum() > 0 && seconds.compareTo(LAST_SECOND) <= 0)
                .ifPresent(seconds -> startedAt =
                        Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
    }
}
