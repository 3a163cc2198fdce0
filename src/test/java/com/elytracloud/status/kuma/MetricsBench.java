package com.elytracloud.status.kuma;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

import com.sun.management.ThreadMXBean;

/**
 * Reads the metrics of 10,000 monitors as they come, and as one would write it first: the whole body into a text, split
 * into lines. Prints time, allocation and the smallest heap that is enough; {@code docs/performance.md} tells how to
 * start it. It starts itself again for each heap it tries.
 */
public final class MetricsBench {
    private static final int MONITORS = 10_000;
    private static final int ROUNDS = 15;

    private MetricsBench() {}

    /** Arguments: none, or, for the processes it starts, the kind, the file and the rounds. */
    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 3) {
            System.out.println(measure(arguments[0], Path.of(arguments[1]), Integer.parseInt(arguments[2])));
            System.exit(0);
        }
        Path file = Files.createTempFile("metrics", ".txt");
        byte[] body = ManyMonitors.body(MONITORS);
        Files.write(file, body);
        long lines = new String(body, StandardCharsets.UTF_8).lines().count();
        System.out.printf("%,d monitors, %,d bytes, %,d lines%n", MONITORS, body.length, lines);
        System.out.println("| reading | median of 15, ms | allocated, MiB | a line, bytes | smallest heap, MiB |");
        System.out.println("| --- | --- | --- | --- | --- |");
        for (String kind : new String[] {"streamed", "split"}) {
            String[] figures = start(kind, file, ROUNDS, 512).split(" ", 2);
            long allocated = Long.parseLong(figures[1]);
            System.out.printf(
                    Locale.ROOT,
                    "| %s | %s | %.1f | %d | %d |%n",
                    kind,
                    figures[0],
                    allocated / 1_048_576.0,
                    allocated / lines,
                    smallestHeap(kind, file));
        }
        System.exit(0);
    }

    // By halves, to a mebibyte.
    private static int smallestHeap(String kind, Path file) throws Exception {
        int tooSmall = 2;
        int enough = 512;
        while (enough - tooSmall > 1) {
            int between = (enough + tooSmall) / 2;
            if (start(kind, file, 1, between).isEmpty()) {
                tooSmall = between;
            } else {
                enough = between;
            }
        }
        return enough;
    }

    private static String start(String kind, Path file, int rounds, int mebibytes) throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx" + mebibytes + "m",
                        "-XX:+UseSerialGC",
                        "-cp",
                        // Only what both need; the rest of the class path would need a heap of its own.
                        place(MetricsBench.class) + File.pathSeparator + place(MetricsParser.class),
                        MetricsBench.class.getName(),
                        kind,
                        file.toString(),
                        String.valueOf(rounds))
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return process.waitFor() == 0 ? out.strip() : "";
    }

    private static String place(Class<?> one) throws Exception {
        return Path.of(one.getProtectionDomain().getCodeSource().getLocation().toURI())
                .toString();
    }

    private static String measure(String kind, Path file, int rounds) throws IOException {
        long[] nanos = new long[rounds];
        long allocated = 0;
        for (int round = 0; round < rounds; round++) {
            long before = allocated();
            long start = System.nanoTime();
            int monitors = kind.equals("streamed") ? streamed(file) : split(file);
            nanos[round] = System.nanoTime() - start;
            allocated = allocated() - before;
            if (monitors != MONITORS) {
                throw new IllegalStateException(monitors + " monitors");
            }
        }
        Arrays.sort(nanos);
        return "%d %d".formatted(nanos[rounds / 2] / 1_000_000, allocated);
    }

    private static int streamed(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            return MetricsParser.parse(in).monitors().size();
        }
    }

    private static int split(Path file) throws IOException {
        Map<String, String> monitors = new HashMap<>();
        for (String line : Files.readString(file).split("\n", -1)) {
            if (line.startsWith("monitor_status{")) {
                int id = line.indexOf("monitor_id=\"") + "monitor_id=\"".length();
                monitors.put(line.substring(id, line.indexOf('"', id)), line);
            }
        }
        return monitors.size();
    }

    private static long allocated() {
        return ((ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }
}
