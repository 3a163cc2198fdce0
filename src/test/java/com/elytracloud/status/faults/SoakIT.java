package com.elytracloud.status.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;

/** Run after run in one process, with a random mishap in most; {@code -Dsoak.runs} says how many. */
@Tag("nightly")
final class SoakIT {
    private static final int RUNS = Integer.getInteger("soak.runs", 1_000);
    private static final long SEED = Long.getLong("soak.seed", System.nanoTime());

    private static final int WARM = Math.max(20, RUNS / 10);
    private static final double FLAT = 1.1;
    /** What a run may happen to hold at its end more or less than another, whichever it is. */
    private static final long BY_CHANCE_BYTES = 1 << 20;

    private static final int A_FEW = 3;

    @Test
    void nothingFailsAndNothingGrows(@TempDir Path folder) throws Exception {
        System.out.printf("soak: %d runs, again with -Dsoak.seed=%d%n", RUNS, SEED);
        try (Soak soak = new Soak(folder, SEED)) {
            repeat(soak, WARM);
            soak.rest();
            Size early = Size.of(soak.process());
            repeat(soak, RUNS - WARM);
            soak.rest();
            Size late = Size.of(soak.process());

            System.out.printf("soak: %s; %s after %d runs, %s at the end%n", soak.ends(), early, WARM, late);
            assertThat(late.bytes()).as("heap").isLessThan((long) (early.bytes() * FLAT) + BY_CHANCE_BYTES);
            assertThat(late.threads()).as("threads").isLessThanOrEqualTo(early.threads() + A_FEW);
        }
    }

    private static void repeat(Soak soak, int times) throws Exception {
        for (int i = 0; i < times; i++) {
            soak.run();
        }
    }

    /** What a process holds: bytes of objects in use, and threads. */
    private record Size(long bytes, long threads) {
        private static final Pattern TOTAL = Pattern.compile("^Total +\\d+ +(\\d+)", Pattern.MULTILINE);

        // The histogram of a JVM counts what is left after a collection of everything.
        static Size of(ProcessHandle process) throws IOException {
            Path jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd");
            Process histogram = new ProcessBuilder(jcmd.toString(), Long.toString(process.pid()), "GC.class_histogram")
                    .redirectErrorStream(true)
                    .start();
            String text = new String(histogram.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher total = TOTAL.matcher(text);
            assertThat(total.find()).as(text).isTrue();
            try (Stream<Path> threads = Files.list(Path.of("/proc/%d/task".formatted(process.pid())))) {
                return new Size(Long.parseLong(total.group(1)), threads.count());
            }
        }

        @Override
        public String toString() {
            return "%.1f MiB in use and %d threads".formatted(bytes / 1048576.0, threads);
        }
    }
}
