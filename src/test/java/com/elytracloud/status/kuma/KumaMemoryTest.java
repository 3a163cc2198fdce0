package com.elytracloud.status.kuma;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** How much memory the largest responses take: each is read by a process with a heap of its own. */
final class KumaMemoryTest {
    private static final Path HEARTBEATS = Path.of("src/test/resources/kuma/2.5.3/heartbeat-1000-monitors.json.gz")
            .toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theLargestResponsesNeedLessThanSixtyFourMebibytes() throws Exception {
        byte[] body = ManyMonitors.body(10_000);
        Path metrics = Files.write(folder.resolve("metrics"), body);

        assertThat(body.length).isBetween(16 << 20, (int) KumaClient.MAX_METRICS);
        assertThat(readInChild(metrics))
                .isEqualTo("10000 monitors, 10000 with ratios; 1000 with heartbeats, 1000 with ratios");
    }

    /** The process that reads the metrics of a file, and the recorded heartbeats. */
    public static void main(String[] arguments) throws IOException {
        try (InputStream in = Files.newInputStream(Path.of(arguments[0]));
                InputStream beats = new GZIPInputStream(Files.newInputStream(HEARTBEATS))) {
            Metrics metrics = MetricsParser.parse(in);
            System.out.printf(
                    "%d monitors, %d with ratios; ",
                    metrics.monitors().size(),
                    metrics.monitors().values().stream()
                            .filter(reading -> !reading.uptime().isEmpty())
                            .count());
            HeartbeatPage page = HeartbeatPage.parse(beats);
            System.out.printf(
                    "%d with heartbeats, %d with ratios",
                    page.monitors().size(), page.shares().size());
        }
    }

    private static String readInChild(Path metrics) throws IOException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx64m",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KumaMemoryTest.class.getName(),
                        metrics.toString())
                .redirectErrorStream(true)
                .start();
        return new String(child.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
