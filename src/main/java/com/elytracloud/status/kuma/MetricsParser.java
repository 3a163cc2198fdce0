package com.elytracloud.status.kuma;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
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

/** Reads {@code /metrics} in one pass and keeps only what counts; the other nine lines of ten cost nothing. */
final class MetricsParser {
    private static final byte[] ANNOUNCEMENT = ascii("# HELP monitor_status ");
    private static final byte[] STATUS = ascii("monitor_status");
    private static final byte[] SHARE = ascii("monitor_uptime_ratio");
    private static final byte[] VERSION = ascii("app_version");
    private static final byte[] START = ascii("process_start_time_seconds");
    /** The family that Kuma writes last. */
    private static final byte[] LAST = ascii("expressjs_number_of_open_connections");

    private static final byte[] ID_LABEL = ascii("monitor_id");
    private static final byte[] WINDOW_LABEL = ascii("window");
    private static final byte[] VERSION_LABEL = ascii("version");
    private static final byte[] ONE_DAY = ascii("1d");
    private static final byte[] THIRTY_DAYS = ascii("30d");
    private static final BigDecimal LAST_SECOND = BigDecimal.valueOf(253_402_300_799L);
    /** No share: takes the place of two that differ. */
    private static final BigDecimal CONFLICT = BigDecimal.ONE.negate();

    /**
     * How many bytes of lines may be kept something of: with the longest names there are, ten thousand monitors have a
     * third of it. What is skipped does not count, so that the whole may be much longer.
     */
    private static final long MOST_KEPT = 16 << 20;
    /** About what a share takes. */
    private static final int SHARE_BYTES = 128;

    private final LineReader line;
    private long kept;
    private boolean ofKuma;
    private boolean complete;
    private String version = "";
    private Instant startedAt = Instant.MIN;
    private final Map<MonitorId, MonitorLine> monitors = new HashMap<>();
    private int nameless;
    private int unreadable;
    private final Map<MonitorId, Map<UptimeWindow, BigDecimal>> shares = new HashMap<>();

    private MetricsParser(InputStream body) {
        line = new LineReader(body);
    }

    /**
     * Reads a body to its end.
     *
     * @throws EOFException if it ends in the middle of a line: monitors may be missing, and missing means paused
     * @throws ApiCallException if it tells of more monitors than memory is meant for
     */
    static Metrics parse(InputStream body) throws IOException {
        return new MetricsParser(body).parse();
    }

    private Metrics parse() throws IOException {
        while (line.next()) {
            readLine();
            if (kept > MOST_KEPT) {
                throw ApiCallException.permanentFailure(
                        Reason.TOO_LARGE, "the status lines have more than %d bytes".formatted(MOST_KEPT));
            }
        }
        if (line.isUnterminated()) {
            throw new EOFException("the metrics end in the middle of a line");
        }
        shares.values().forEach(windows -> windows.values().removeIf(CONFLICT::equals));
        return new Metrics(ofKuma, version, startedAt, monitors, nameless, unreadable, complete, shares);
    }

    private void readLine() {
        if (isOf(STATUS)) {
            readStatus(behind(STATUS));
        } else if (isOf(SHARE)) {
            readShare(behind(SHARE));
        } else if (isOf(VERSION)) {
            readVersion(behind(VERSION));
        } else if (isOf(START)) {
            readStart(behind(START));
        } else if (isOf(LAST)) {
            complete = true;
        } else if (line.startsWith(ANNOUNCEMENT)) {
            ofKuma = true;
        }
    }

    private boolean isOf(byte[] metric) {
        int next = line.from() + metric.length;
        return line.startsWith(metric)
                && next < line.to()
                && (line.bytes()[next] == '{' || line.bytes()[next] == ' ' || line.bytes()[next] == '\t');
    }

    private Sample behind(byte[] metric) {
        return new Sample(line.bytes(), line.from() + metric.length, line.to());
    }

    private void readStatus(Sample sample) {
        kept += line.to() - line.from();
        MonitorLabels labels = new MonitorLabels();
        boolean hasId = false;
        while (sample.nextLabel()) {
            hasId |= sample.labelIs(ID_LABEL);
            labels.add(sample.labelName(), sample.labelValue());
        }
        String code = line.isWhole() ? sample.figure() : "";
        Optional<Monitor> monitor = labels.monitor();
        if (monitor.isPresent()) {
            MonitorLine read = new MonitorLine(monitor.get(), KumaStates.of(code));
            monitors.merge(monitor.get().id(), read, MonitorLine::and);
        } else if (hasId || KumaStates.of(code) == MonitorState.UNRECOGNISED) {
            unreadable++;
        } else {
            nameless++;
        }
    }

    private void readShare(Sample sample) {
        String id = "";
        Optional<UptimeWindow> window = Optional.empty();
        while (sample.nextLabel()) {
            if (sample.labelIs(ID_LABEL)) {
                id = sample.labelValue();
            } else if (sample.labelIs(WINDOW_LABEL)) {
                window = window(sample);
            }
        }
        if (line.isWhole() && window.isPresent() && MonitorId.isValid(id)) {
            keep(new MonitorId(id), window.get(), Figures.share(sample.figure()));
        }
    }

    private static Optional<UptimeWindow> window(Sample sample) {
        if (sample.labelValueIs(ONE_DAY)) {
            return Optional.of(UptimeWindow.LAST_24H);
        }
        return sample.labelValueIs(THIRTY_DAYS) ? Optional.of(UptimeWindow.LAST_30D) : Optional.empty();
    }

    private void keep(MonitorId id, UptimeWindow window, Optional<BigDecimal> share) {
        kept += SHARE_BYTES;
        share.ifPresent(value -> shares.computeIfAbsent(id, any -> new EnumMap<>(UptimeWindow.class))
                .merge(window, value, (one, other) -> one.compareTo(other) == 0 ? one : CONFLICT));
    }

    private void readVersion(Sample sample) {
        while (sample.nextLabel()) {
            if (sample.labelIs(VERSION_LABEL)) {
                version = sample.labelValue();
            }
        }
    }

    private void readStart(Sample sample) {
        while (sample.nextLabel()) {
            // Kuma writes no labels here; a proxy that adds some does no harm
        }
        Figures.number(line.isWhole() ? sample.figure() : "")
                .filter(seconds -> seconds.signum() > 0 && seconds.compareTo(LAST_SECOND) <= 0)
                .ifPresent(seconds -> startedAt =
                        Instant.ofEpochMilli(seconds.movePointRight(3).longValue()));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
