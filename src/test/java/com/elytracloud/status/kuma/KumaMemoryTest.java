package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.zip.GZIPInputStream;

import com.sun.management.ThreadMXBean;
import org.junit.jupiter.api.Test;

import com.elytracloud.status.domain.Failure.Reason;
import com.elytracloud.status.http.ApiCallException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/**
 * What reading 1,000 monitors costs. Everything this thread allocates is counted, garbage included: what is in use at
 * any moment is less than that.
 */
final class KumaMemoryTest {
    private static final Path RECORDINGS = Path.of("src/test/resources/kuma/2.5.3");
    private static final long BOUND = 16 << 20;

    @Test
    void theMetricsOfAThousandMonitorsAllocateLessThanSixteenMebibytes() throws IOException {
        readMetrics("metrics-1000-monitors.txt.gz");
        long before = allocated();

        int read = readMetrics("metrics-1000-monitors.txt.gz");

        assertThat(allocated() - before).isLessThan(BOUND);
        assertThat(read).isEqualTo(1000);
    }

    @Test
    void theHeartbeatsOfAThousandMonitorsAllocateLessThanSixteenMebibytes() throws IOException {
        readHeartbeats("heartbeat-1000-monitors.json.gz");
        long before = allocated();

        int read = readHeartbeats("heartbeat-1000-monitors.json.gz");

        assertThat(allocated() - before).isLessThan(BOUND);
        assertThat(read).isEqualTo(1000);
    }

    @Test
    void aLineThatDoesNotCountAllocatesNothing() throws IOException {
        readFiller(1);
        long few = allocatedBy(1);

        long many = allocatedBy(100_000);

        assertThat(many - few).isLessThan(100_000);
    }

    @Test
    void tenThousandMonitorsAreReadThoughTheirMetricsAreLongerThanAnyOtherBodyMayBe() throws IOException {
        ManyMonitors.of(2_000).parse();
        ManyMonitors many = ManyMonitors.of(10_000);
        long before = allocated();

        Metrics metrics = many.parse();

        System.out.printf(
                "metrics of 10,000 monitors: %d bytes read, %d allocated%n", many.bytes(), allocated() - before);
        assertThat(many.bytes()).isBetween(16L << 20, KumaClient.MAX_METRICS);
        assertThat(metrics.monitors()).hasSize(10_000);
        assertThat(metrics.shares()).hasSize(10_000);
        assertThat(allocated() - before).isLessThan(6 * BOUND);
    }

    @Test
    void metricsWithoutEndAreLeftAtTheLimitOfWhatIsKept() {
        ManyMonitors endless = ManyMonitors.ofStatusLines(10_000_000);

        assertThatThrownBy(endless::parse).isInstanceOfSatisfying(ApiCallException.class, failed -> assertThat(
                        failed.failure().reason())
                .isEqualTo(Reason.TOO_LARGE));
        assertThat(endless.bytes()).isLessThan(20 << 20);
    }

    private static long allocatedBy(int lines) throws IOException {
        long before = allocated();
        readFiller(lines);
        return allocated() - before;
    }

    private static void readFiller(int lines) throws IOException {
        byte[] line = "monitor_response_time{monitor_id=\"1\",monitor_name=\"Website\"} 13\n"
                .getBytes(StandardCharsets.US_ASCII);
        MetricsParser.parse(new InputStream() {
            private int left = lines;

            @Override
            public int read() {
                throw new UnsupportedOperationException("one byte at a time");
            }

            @Override
            public int read(byte[] bytes, int offset, int length) {
                if (left == 0 || length < line.length) {
                    return left == 0 ? -1 : 0;
                }
                left--;
                System.arraycopy(line, 0, bytes, offset, line.length);
                return line.length;
            }
        });
    }

    private static int readMetrics(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RECORDINGS.resolve(file)))) {
            return FleetTranslator.fleet(MetricsParser.parse(in), HeartbeatPage.NONE, StatusPage.NONE)
                    .readings()
                    .size();
        }
    }

    private static int readHeartbeats(String file) throws IOException {
        try (InputStream in = new GZIPInputStream(Files.newInputStream(RECORDINGS.resolve(file)))) {
            return FleetTranslator.fleet(HeartbeatParser.parse(in), StatusPage.NONE, Instant.MIN)
                    .readings()
                    .size();
        }
    }

    private static long allocated() {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        return threads.getCurrentThreadAllocatedBytes();
    }
}
