package com.elytracloud.status.function;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

import com.elytracloud.status.rehearsal.Rehearsal;

/**
 * Writes metrics where Lambda takes them for lines of the log.
 *
 * <p>Standard output itself and no logger: whatever a logger puts around a line, be it a time or JSON of its own, hides
 * the metrics from CloudWatch.
 */
final class MetricLog {
    @SuppressWarnings("SystemOut") // see above
    void write(MetricLine line) {
        // In one call: another thread's line must not fall into it.
        System.out.print(line + "\n");
        System.out.flush();
    }

    /** Plays what must not be counted. */
    @SuppressWarnings("SystemOut")
    static void uncounted(Rehearsal.Act act) throws IOException {
        PrintStream out = System.out;
        System.setOut(new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8));
        try {
            act.play();
        } finally {
            System.setOut(out);
        }
    }
}
