package com.elytracloud.status.kuma;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

/** Metrics of as many monitors as a test wants, from the recorded ones of a thousand. */
final class ManyMonitors extends InputStream {
    private static final Path RECORDED = Path.of("src/test/resources/kuma/2.5.3/metrics-1000-monitors.txt.gz");
    private static final int RECORDED_MONITORS = 1_000;

    private final byte[] body;
    private final int rounds;
    private int round;
    private int position;
    private long bytes;

    private ManyMonitors(byte[] body, int rounds) {
        this.body = body.clone();
        this.rounds = rounds;
    }

    /** A whole body; in thousands. */
    static ManyMonitors of(int monitors) throws IOException {
        return new ManyMonitors(body(monitors), 1);
    }

    /** The same as bytes. */
    static byte[] body(int monitors) throws IOException {
        String recorded;
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RECORDED))) {
            recorded = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int thousand = 0; thousand < monitors / RECORDED_MONITORS; thousand++) {
            // Other ids and other names: digits behind, so that no two rounds meet.
            whole.writeBytes(recorded.replaceAll("monitor_id=\"(\\d+)\"", "monitor_id=\"$1%02d\"".formatted(thousand))
                    .replace("monitor_name=\"", "monitor_name=\"" + thousand + " ")
                    .getBytes(StandardCharsets.UTF_8));
        }
        return whole.toByteArray();
    }

    /** One status line again and again. */
    static ManyMonitors ofStatusLines(int lines) {
        String line = "monitor_status{monitor_id=\"7\",monitor_name=\"%s\"} 1\n".formatted("n".repeat(200));
        return new ManyMonitors(line.getBytes(StandardCharsets.UTF_8), lines);
    }

    /** Reads it as the client does. */
    Metrics parse() throws IOException {
        return MetricsParser.parse(this);
    }

    /** How many bytes were read. */
    long bytes() {
        return bytes;
    }

    @Override
    public int read() {
        throw new UnsupportedOperationException("one byte at a time");
    }

    @Override
    public int read(byte[] into, int offset, int length) {
        if (position == body.length) {
            position = 0;
            round++;
        }
        if (round >= rounds) {
            return -1;
        }
        int count = Math.min(length, body.length - position);
        System.arraycopy(body, position, into, offset, count);
        position += count;
        bytes += count;
        return count;
    }
}
